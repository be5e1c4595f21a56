'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { type SignInInput, signInSchema } from '#lib/auth/sign-in.schema.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AuthAction, ProblemWords } from './auth-answer.ts';
import { PasswordField, type PasswordFieldWords } from './password-field.tsx';
import { useAuthAction } from './use-auth-action.ts';

export type SignInWords = {
  email: string;
  password: string;
  passwordField: PasswordFieldWords;
  submit: string;
  pending: string;
  failed: string;
  problems: ProblemWords;
};

/** Address and password. `hidden` goes along unseen: the language, and where to go afterwards. */
export function SignInForm({
  action,
  hidden,
  words,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: SignInWords;
}) {
  const { submit, notice, send, typed, problem, message, busy } = useAuthAction(action, words.problems);
  const { register, handleSubmit, formState } = useForm<SignInInput>({ resolver: zodResolver(signInSchema) });
  const { errors } = formState;
  return (
    <form
      action={submit}
      onSubmit={(event) => send(event, (proceed) => handleSubmit(proceed)(event))}
      noValidate
      className="grid gap-5"
    >
      {message ? (
        <div ref={notice} tabIndex={-1}>
          <Notice kind="bad" role="alert" title={words.failed}>
            {message}
          </Notice>
        </div>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        {...register('email')}
        id="email"
        label={words.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('email')}
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
      <Button type="submit" size="big" wide disabled={busy}>
        {busy ? words.pending : words.submit}
      </Button>
    </form>
  );
}
