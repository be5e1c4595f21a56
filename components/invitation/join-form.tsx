'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** One button: joins the organizer that has sent the invitation. */
export function JoinForm({
  action,
  invitation,
  organizer,
}: {
  action: FormAction;
  invitation: string;
  /** Its name. */
  organizer: string;
}) {
  const t = useTranslations('invitation');
  const { form, submit, notice, answer, pending, send } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} className="grid justify-items-start gap-3">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <input type="hidden" name="invitation" value={invitation} />
      <Button type="submit" disabled={pending}>
        {pending ? t('accepting') : t('accept', { organizer })}
      </Button>
    </form>
  );
}
