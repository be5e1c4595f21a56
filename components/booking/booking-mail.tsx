'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { useFold } from '../ui/use-fold.ts';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Has the tickets sent once more, and makes links that have got into other hands void: a line of a list each. */
export function BookingMail({
  booking,
  email,
  resend,
  renew,
}: {
  /** Its reference. */
  booking: string;
  email: string;
  resend: FormAction;
  renew: FormAction;
}) {
  const t = useTranslations('holder.mail');
  return (
    <>
      <Tool
        booking={booking}
        action={resend}
        words={{ act: t('resend.act'), pending: t('resend.pending'), failed: t('resend.failed') }}
        hint={t('resend.hint', { email })}
      />
      <Tool
        folded
        booking={booking}
        action={renew}
        words={{ act: t('renew.act'), pending: t('renew.pending'), failed: t('renew.failed') }}
        hint={t('renew.hint')}
      />
    </>
  );
}

function Tool({
  booking,
  action,
  words,
  hint,
  folded = false,
}: {
  booking: string;
  action: FormAction;
  words: { act: string; pending: string; failed: string };
  hint: string;
  /** Asked about once more: it cannot be taken back. */
  folded?: boolean;
}) {
  const { form, submit, notice, answer, pending, send } = useFormAction(action);
  const fold = useFold(answer);
  const act = 'link inline-flex min-h-11 items-center text-start font-[640]';
  const explained = <p className="pb-1 text-15 text-ink-2 [overflow-wrap:anywhere]">{hint}</p>;
  const press = pending ? words.pending : words.act;
  return (
    <li className="py-2">
      <form ref={form} action={submit} onSubmit={send}>
        <input type="hidden" name="booking" value={booking} />
        {folded ? (
          <details ref={fold}>
            <summary className={`${act} w-fit cursor-pointer list-none`}>{words.act}</summary>
            {explained}
            <Button type="submit" variant="danger" size="small" disabled={pending} className="mt-2 mb-3">
              {press}
            </Button>
          </details>
        ) : (
          <>
            <button type="submit" disabled={pending} className={`${act} disabled:opacity-60`}>
              {press}
            </button>
            {explained}
          </>
        )}
        <div className="mt-2 empty:hidden">
          <FormNotice answer={answer} notice={notice} failed={words.failed} />
        </div>
      </form>
    </li>
  );
}
