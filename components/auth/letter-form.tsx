'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { type RequestLetterInput, requestLetterSchema } from '#lib/accounts/request-letter.schema.ts';
import { TextField } from '../ui/field.tsx';
import type { AuthAction, ProblemWords } from './auth-answer.ts';
import { EntranceForm, type EntranceFormWords } from './entrance-form.tsx';
import { LetterSent } from './letter-sent.tsx';
import { useAuthAction } from './use-auth-action.ts';

/** An address to send a link to. What becomes of it is told there. */
export function LetterForm({
  action,
  hidden,
  words,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: EntranceFormWords & { email: string; problems: ProblemWords };
}) {
  const { submit, notice, send, typed, problem, message, mailed, busy } = useAuthAction(
    action,
    words.problems,
  );
  const { register, handleSubmit, formState } = useForm<RequestLetterInput>({
    resolver: zodResolver(requestLetterSchema),
  });
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
        {...register('email')}
        id="email"
        label={words.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('email')}
        error={problem('email', formState.errors.email?.message)}
      />
    </EntranceForm>
  );
}
