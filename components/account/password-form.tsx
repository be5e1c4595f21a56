'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { PasswordField, type PasswordFieldWords } from '../auth/password-field.tsx';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Another password; the first one for whoever has none. */
export function PasswordForm({
  action,
  hasPassword,
  hint,
  field,
}: {
  action: FormAction;
  hasPassword: boolean;
  hint: string;
  field: PasswordFieldWords;
}) {
  const t = useTranslations('account.password');
  const { form, submit, notice, answer, pending, send, problem } = useFormAction(action);
  useEffect(() => {
    if (answer?.kind === 'done') form.current?.reset();
  }, [answer, form]);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid max-w-[560px] gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      {hasPassword ? (
        <PasswordField
          id="current"
          name="current"
          label={t('current')}
          words={field}
          autoComplete="current-password"
          error={problem('current')}
        />
      ) : (
        <input type="hidden" name="current" value="" />
      )}
      <PasswordField
        id="password"
        name="password"
        label={t('new')}
        words={field}
        autoComplete="new-password"
        hint={hint}
        error={problem('password')}
      />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('pending') : t('submit')}
        </Button>
      </div>
    </form>
  );
}
