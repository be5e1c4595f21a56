'use client';

import { type FormEvent, startTransition, useActionState, useEffect } from 'react';
import type { AuthAction, ProblemWords } from './auth-answer.ts';

/**
 * What the sign-in and sign-up forms share: they work as a plain POST before their script has arrived, and afterwards
 * keep everything typed.
 */
export function useAuthAction(action: AuthAction, words: ProblemWords) {
  const [answer, submit, pending] = useActionState(action, null);

  useEffect(() => {
    // A whole new page, not a soft step: the next one may allow other things (see the content security policy), and
    // what was drawn for a guest has to be drawn anew.
    if (answer?.kind === 'signed_in') window.location.assign(answer.next);
  }, [answer]);

  const problems = answer?.kind === 'incomplete' ? answer.problems : {};
  const typed = answer && answer.kind !== 'signed_in' ? answer.typed : {};
  return {
    submit,
    /** Sends the form by script, once the form's own check has passed. */
    send: (event: FormEvent<HTMLFormElement>, whenValid: (proceed: () => void) => Promise<void>) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      data.set('scripted', '1');
      void whenValid(() => startTransition(() => submit(data)));
    },
    typed: (field: string) => typed[field],
    /** The words for what is wrong with a field: what the browser found comes before what the server found. */
    problem: (field: string, found: string | undefined) => {
      const code = found ?? problems[field];
      return code === undefined ? undefined : (words[code] ?? words.invalid);
    },
    message: answer?.kind === 'refused' ? answer.message : null,
    busy: pending || answer?.kind === 'signed_in',
  };
}
