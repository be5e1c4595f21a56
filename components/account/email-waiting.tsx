'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { Status } from '../ui/status.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** A change of address that waits for one or both mailboxes. */
export function EmailWaiting({
  withdraw,
  change,
}: {
  withdraw: FormAction;
  change: {
    oldEmail: string;
    newEmail: string;
    oldConfirmed: boolean;
    newConfirmed: boolean;
    /** Until when they can answer, written out. */
    until: string;
  };
}) {
  const t = useTranslations('account.email');
  const { form, submit, notice, answer, pending, send } = useFormAction(withdraw);
  const ends = [
    { label: t('old'), email: change.oldEmail, yes: change.oldConfirmed },
    { label: t('newOne'), email: change.newEmail, yes: change.newConfirmed },
  ];
  return (
    <form ref={form} action={submit} onSubmit={send} className="grid max-w-[560px] gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <div>
        <h3 className="display-t3 [overflow-wrap:anywhere]">{t('waiting', { email: change.newEmail })}</h3>
        <p className="mt-1 text-15 text-ink-2">{t('waitingText', { until: change.until })}</p>
      </div>
      <dl className="border-t border-hairline">
        {ends.map(({ label, email, yes }) => (
          <div
            key={label}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-hairline py-3"
          >
            <dt className="[overflow-wrap:anywhere]">
              <span className="block text-15 text-ink-2">{label}</span>
              {email}
            </dt>
            <dd>
              <Status shape={yes ? 'circle' : 'hourglass'} tone={yes ? 'ok' : 'mute'}>
                {yes ? t('yes') : t('notYet')}
              </Status>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Button type="submit" variant="line" disabled={pending}>
          {pending ? t('withdrawing') : t('withdraw')}
        </Button>
      </div>
    </form>
  );
}
