'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { type SignInInput, signInSchema } from '#lib/auth/sign-in.schema.ts';
import { TextField } from '../ui/field.tsx';
import type { AuthAction, ProblemWords } from './auth-answer.ts';
import { EntranceForm, type EntranceFormWords } from './entrance-form.tsx';
import { PasswordField, type PasswordFieldWords } from './password-field.tsx';
import { useAuthAction } from './use-auth-action.ts';

export type SignInWords = EntranceFormWords & {
  email: string;
  password: string;
  passwordField: PasswordFieldWords;
  problems: ProblemWords;
};

/** Address and password. `hidden` goes along unseen: the language, and where to go afterwards. */
export function SignInForm({
  action,
  hidden,
  words,
  email,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: SignInWords;
  /** The address to begin with, where it is known. */
  email?: string | undefined;
}) {
  const { submit, notice, send, typed, problem, message, busy } = useAuthAction(action, words.problems);
  const { register, handleSubmit, formState } = useForm<SignInInput>({ resolver: zodResolver(signInSchema) });
  const { errors } = formState;
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
      <TextField
        {...register('email')}
        id="email"
        label={words.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('email') ?? email}
        error={problem('email', errors.email?.message)}
      />
      <PasswordField
        {...register('password')}
        id="password"
        label={words.password}
        words={words.passwordField}
        autoComplete="current-password"
        error={problem('password', errors.password?.message)}
      />
    </EntranceForm>
  );
}
