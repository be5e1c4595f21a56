'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import type { AuthAction, ProblemWords } from './auth-answer.ts';

/**
 * What the forms of the entrance share: they work as a plain POST before their script has arrived, and afterwards
 * keep everything typed.
 */
export function useAuthAction(action: AuthAction, words: ProblemWords) {
  const [answer, submit, pending] = useActionState(action, null);
  const notice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A whole new page, not a soft step: the next one may allow other things (see the content security policy), and
    // what was drawn for a guest has to be drawn anew.
    if (answer?.kind === 'signed_in') window.location.assign(answer.next);
    // The button that was pressed was disabled meanwhile and has lost the focus; it goes on to what has to be read.
    if (answer?.kind === 'refused' || answer?.kind === 'mailed') notice.current?.focus();
    if (answer?.kind === 'incomplete') {
      const [field] = Object.keys(answer.problems);
      if (field !== undefined) document.getElementById(field)?.focus();
    }
  }, [answer]);

  const problems = answer?.kind === 'incomplete' ? answer.problems : {};
  const typed = answer?.kind === 'refused' || answer?.kind === 'incomplete' ? answer.typed : {};
  return {
    submit,
    /** For the element around the message, which takes the focus. */
    notice,
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
    /** Where a letter went, if that is the answer. */
    mailed: answer?.kind === 'mailed' ? answer.email : null,
    message: answer?.kind === 'refused' ? answer.message : null,
    busy: pending || answer?.kind === 'signed_in',
  };
}
