'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { type RegisterInput, registerSchema } from '#lib/accounts/register.schema.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AuthAction } from './auth-answer.ts';
import { PasswordField } from './password-field.tsx';
import type { SignInWords } from './sign-in-form.tsx';
import { useAuthAction } from './use-auth-action.ts';

export type SignUpWords = SignInWords & { name: string; passwordHint: string };

/** Name, address and a new password. `hidden` goes along unseen: the language, and where to go afterwards. */
export function SignUpForm({
  action,
  hidden,
  words,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: SignUpWords;
}) {
  const { submit, notice, send, typed, problem, message, busy } = useAuthAction(action, words.problems);
  const { register, handleSubmit, formState } = useForm<RegisterInput>({
    resolver: zodResolver(registerSchema),
  });
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
        {...register('name')}
        id="name"
        label={words.name}
        autoComplete="name"
        defaultValue={typed('name')}
        error={problem('name', errors.name?.message)}
      />
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
        autoComplete="new-password"
        hint={words.passwordHint}
        error={problem('password', errors.password?.message)}
      />
      <Button type="submit" size="big" wide disabled={busy}>
        {busy ? words.pending : words.submit}
      </Button>
    </form>
  );
}
