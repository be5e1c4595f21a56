'use client';

import { useTranslations } from 'next-intl';
import { PasswordField, type PasswordFieldWords } from '../auth/password-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Another address for the account, which both mailboxes are asked about. */
export function EmailForm({
  action,
  hasPassword,
  field,
}: {
  action: FormAction;
  hasPassword: boolean;
  field: PasswordFieldWords;
}) {
  const t = useTranslations('account.email');
  const { form, submit, notice, answer, pending, send, problem, typed } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid max-w-[560px] gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
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
