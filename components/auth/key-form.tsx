'use client';

import type { AuthAction } from './auth-answer.ts';
import { EntranceForm, type EntranceFormWords } from './entrance-form.tsx';
import { useAuthAction } from './use-auth-action.ts';

/** One button, for what the key in a mail does. Opening its page does nothing: programs that read mail open links. */
export function KeyForm({
  action,
  hidden,
  words,
  second,
}: {
  action: AuthAction;
  hidden: Record<string, string>;
  words: EntranceFormWords;
  second?: boolean;
}) {
  const { submit, notice, send, message, busy } = useAuthAction(action, { invalid: words.failed });
  return (
    <EntranceForm
      submit={submit}
      onSubmit={(event) => send(event, (proceed) => Promise.resolve(proceed()))}
      notice={notice}
      message={message}
      hidden={hidden}
      busy={busy}
      words={words}
      {...(second && { second })}
    />
  );
}
