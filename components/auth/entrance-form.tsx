import type { FormEvent, ReactNode, Ref } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export type EntranceFormWords = { submit: string; pending: string; failed: string };

/** What every form of the entrance is made of: why it was refused, what goes along unseen, the fields, one button. */
export function EntranceForm({
  submit,
  onSubmit,
  notice,
  message,
  hidden,
  busy,
  words,
  second = false,
  children,
}: {
  submit: (data: FormData) => void;
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  /** For the element around the message, which takes the focus. */
  notice: Ref<HTMLDivElement>;
  message: string | null;
  hidden: Record<string, string>;
  busy: boolean;
  words: EntranceFormWords;
  /** True where another form on the page is the one to send: then the button is a link among words. */
  second?: boolean;
  children?: ReactNode;
}) {
  return (
    <form action={submit} onSubmit={onSubmit} noValidate className="grid gap-5">
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
      {children}
      {second ? (
        <button type="submit" disabled={busy} className="link flex min-h-11 items-center justify-self-start">
          {busy ? words.pending : words.submit}
        </button>
      ) : (
        <Button type="submit" size="big" wide disabled={busy}>
          {busy ? words.pending : words.submit}
        </Button>
      )}
    </form>
  );
}
