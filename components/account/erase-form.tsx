'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { PasswordField, type PasswordFieldWords } from '../auth/password-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { EraseFrame } from './erase-frame.tsx';

/** Deletes an account for good, once its address has been typed and its password given. */
export function EraseForm({
  action,
  email,
  letterKey,
  field,
  keep,
}: {
  action: FormAction;
  email: string;
  /** What a letter brought in place of the password; empty: none. */
  letterKey: string;
  field: PasswordFieldWords;
  /** The way back, with nothing done. */
  keep: ReactNode;
}) {
  const t = useTranslations('privacy.erase');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  const [scripted, setScripted] = useState('');
  useEffect(() => setScripted('1'), []);
  const busy = pending || answer?.kind === 'elsewhere';
  return (
    <EraseFrame title={t('form.title')}>
      <form ref={form} action={submit} onSubmit={send} noValidate className="grid max-w-[560px] gap-5">
        <FormNotice answer={answer} notice={notice} failed={t('failed')} />
        <input type="hidden" name="scripted" value={scripted} />
        <input type="hidden" name="key" value={letterKey} />
        <TextField
          id="confirmation"
          name="confirmation"
          label={t('form.confirmation')}
          hint={<span className="[overflow-wrap:anywhere]">{t('form.hint', { email })}</span>}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={typed('confirmation')}
          error={problem('confirmation')}
        />
        {letterKey === '' ? (
          <PasswordField
            id="current"
            name="current"
            label={t('form.password')}
            words={field}
            autoComplete="current-password"
            error={problem('current')}
          />
        ) : (
          <input type="hidden" name="current" value="" />
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit" variant="danger" disabled={busy}>
            {busy ? t('form.pending') : t('form.submit')}
          </Button>
          {keep}
        </div>
      </form>
    </EraseFrame>
  );
}
