'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { PasswordField, type PasswordFieldWords } from '../auth/password-field.tsx';
import { Button } from '../ui/button.tsx';
import { ChangeRow } from '../ui/change-row.tsx';
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
  const state = useFormAction(action);
  const { form, submit, answer, pending, send, problem } = state;
  useEffect(() => {
    if (answer?.kind === 'done') form.current?.reset();
  }, [answer, form]);
  return (
    <ChangeRow
      label={t('title')}
      value={hasPassword ? t('set') : t('none')}
      change={hasPassword ? t('change') : t('choose')}
      state={state}
      failed={t('failed')}
    >
      <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
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
    </ChangeRow>
  );
}
