'use client';

import { useTranslations } from 'next-intl';
import { PasswordField, type PasswordFieldWords } from '../auth/password-field.tsx';
import { Button } from '../ui/button.tsx';
import { ChangeRow } from '../ui/change-row.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { Status } from '../ui/status.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** A change of address that waits for one or both mailboxes. */
export type OpenEmailChange = {
  oldEmail: string;
  newEmail: string;
  oldConfirmed: boolean;
  newConfirmed: boolean;
  /** Until when they can answer, written out. */
  until: string;
};

type FormState = ReturnType<typeof useFormAction>;

/** The address of an account: another one, which both mailboxes are asked about, or the one that is on its way. */
export function EmailWay({
  email,
  change,
  actions,
  hasPassword,
  field,
}: {
  email: string;
  change: OpenEmailChange | null;
  actions: { ask: FormAction; withdraw: FormAction };
  hasPassword: boolean;
  field: PasswordFieldWords;
}) {
  // Kept here, because the form that was sent gives way to the other one: what came of it has to be read all the same.
  const asking = useFormAction(actions.ask);
  const withdrawing = useFormAction(actions.withdraw);
  const t = useTranslations('account.email');
  if (change) return <Waiting change={change} asked={asking} state={withdrawing} />;
  const { answer } = withdrawing;
  return (
    <>
      {answer?.kind === 'done' ? (
        <div className="pt-4">
          <FormNotice answer={answer} notice={withdrawing.notice} failed="" />
        </div>
      ) : null}
      <ChangeRow label={t('title')} value={email} change={t('change')} state={asking} failed={t('failed')}>
        <AskForm state={asking} hasPassword={hasPassword} field={field} />
      </ChangeRow>
    </>
  );
}

function AskForm({
  state,
  hasPassword,
  field,
}: {
  state: FormState;
  hasPassword: boolean;
  field: PasswordFieldWords;
}) {
  const t = useTranslations('account.email');
  const { form, submit, pending, send, problem, typed } = state;
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
      <TextField
        id="new-email"
        name="email"
        type="email"
        label={t('new')}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('email')}
        error={problem('email')}
      />
      {hasPassword ? (
        <PasswordField
          id="email-password"
          name="current"
          label={t('current')}
          words={field}
          autoComplete="current-password"
          error={problem('current')}
        />
      ) : (
        <input type="hidden" name="current" value="" />
      )}
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('pending') : t('submit')}
        </Button>
      </div>
    </form>
  );
}

function Waiting({ change, asked, state }: { change: OpenEmailChange; asked: FormState; state: FormState }) {
  const t = useTranslations('account.email');
  const { form, submit, notice, answer, pending, send } = state;
  const ends = [
    { label: t('old'), email: change.oldEmail, yes: change.oldConfirmed },
    { label: t('newOne'), email: change.newEmail, yes: change.newConfirmed },
  ];
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={send}
      className="grid max-w-[560px] gap-5 border-b border-hairline py-4"
    >
      {asked.answer?.kind === 'done' ? (
        <FormNotice answer={asked.answer} notice={asked.notice} failed="" />
      ) : null}
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
