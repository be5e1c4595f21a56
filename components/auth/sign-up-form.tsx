'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { type RegisterInput, registerSchema } from '#lib/accounts/register.schema.ts';
import { CheckField, TextField } from '../ui/field.tsx';
import type { AuthAction } from './auth-answer.ts';
import { EntranceForm } from './entrance-form.tsx';
import { LetterSent } from './letter-sent.tsx';
import { PasswordField } from './password-field.tsx';
import type { SignInWords } from './sign-in-form.tsx';
import { useAuthAction } from './use-auth-action.ts';

export type SignUpWords = SignInWords & {
  name: string;
  passwordHint: string;
  acceptTerms: ReactNode;
  marketing: string;
};

/** Name, address and a new password. `hidden` goes along unseen: the language, and where to go afterwards. */
export function SignUpForm({
  action,
  hidden,
  words,
  known,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: SignUpWords;
  /** What is known of them, from a booking or an invitation; empty otherwise. */
  known: { name: string; email: string };
}) {
  const { submit, notice, send, typed, problem, message, mailed, busy } = useAuthAction(
    action,
    words.problems,
  );
  const { register, handleSubmit, formState } = useForm<RegisterInput>({
    resolver: zodResolver(registerSchema),
    defaultValues: { acceptTerms: false, marketingConsent: false },
  });
  const { errors } = formState;
  if (mailed !== null) return <LetterSent email={mailed} next={hidden.next} notice={notice} />;
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
        {...register('name')}
        id="name"
        label={words.name}
        autoComplete="name"
        defaultValue={typed('name') ?? known.name}
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
        defaultValue={typed('email') ?? known.email}
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
      <div className="grid gap-1">
        <CheckField
          {...register('acceptTerms')}
          id="acceptTerms"
          label={words.acceptTerms}
          error={problem('acceptTerms', errors.acceptTerms?.message)}
        />
        <CheckField {...register('marketingConsent')} id="marketingConsent" label={words.marketing} />
      </div>
    </EntranceForm>
  );
}
