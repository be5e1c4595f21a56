'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { type ResetPasswordInput, resetPasswordSchema } from '#lib/accounts/reset-password.schema.ts';
import type { AuthAction, ProblemWords } from './auth-answer.ts';
import { EntranceForm, type EntranceFormWords } from './entrance-form.tsx';
import { PasswordField, type PasswordFieldWords } from './password-field.tsx';
import { useAuthAction } from './use-auth-action.ts';

/** A new password, for whoever brings the key from the mail. */
export function NewPasswordForm({
  action,
  hidden,
  words,
}: {
  action: AuthAction;
  hidden: { key: string; locale: string; next: string };
  words: EntranceFormWords & {
    password: string;
    passwordHint: string;
    passwordField: PasswordFieldWords;
    problems: ProblemWords;
  };
}) {
  const { submit, notice, send, problem, message, busy } = useAuthAction(action, words.problems);
  const { register, handleSubmit, formState } = useForm<ResetPasswordInput>({
    resolver: zodResolver(resetPasswordSchema),
    defaultValues: { key: hidden.key },
  });
  return (
    <EntranceForm
      submit={submit}
      onSubmit={(event) => send(event, (proceed) => handleSubmit(proceed)(event))}
      notice={notice}
      message={message}
      hidden={hidden}
      busy={busy}
      words={words}
    >
      <PasswordField
        {...register('password')}
        id="password"
        label={words.password}
        words={words.passwordField}
        autoComplete="new-password"
        hint={words.passwordHint}
        error={problem('password', formState.errors.password?.message)}
      />
    </EntranceForm>
  );
}
