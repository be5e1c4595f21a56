'use client';

import { useTranslations } from 'next-intl';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

type About = { organizer: string; invitation: string; email: string };

/** Sends an invitation once more, or takes it back. */
export function InvitationTools({
  about,
  resend,
  withdraw,
}: {
  about: About;
  resend: FormAction;
  withdraw: FormAction;
}) {
  const t = useTranslations('team.open');
  return (
    <div className="flex flex-wrap gap-x-5">
      <OneButton
        about={about}
        action={resend}
        label={t('resend')}
        name={t('resendTo', { email: about.email })}
      />
      <OneButton
        about={about}
        action={withdraw}
        label={t('withdraw')}
        name={t('withdrawTo', { email: about.email })}
      />
    </div>
  );
}

function OneButton({
  about,
  action,
  label,
  name,
}: {
  about: About;
  action: FormAction;
  label: string;
  /** As it is read out, where one of many like it has to be told from the others. */
  name: string;
}) {
  const t = useTranslations('team');
  const { form, submit, notice, answer, pending, send } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send}>
      <input type="hidden" name="organizer" value={about.organizer} />
      <input type="hidden" name="invitation" value={about.invitation} />
      <button
        type="submit"
        aria-label={name}
        disabled={pending}
        className="link flex min-h-11 items-center text-15"
      >
        {label}
      </button>
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
    </form>
  );
}
