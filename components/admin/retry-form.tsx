'use client';

import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** A button that has one job, or all that failed, tried again. */
export function RetryForm({
  action,
  id,
  words,
}: {
  action: FormAction;
  /** The number of one job; all without it. */
  id?: string;
  /** `name` says which job, to those who hear the button alone. */
  words: { submit: string; pending: string; failed: string; name?: string };
}) {
  const { form, submit, notice, answer, pending, send } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} className="inline-grid gap-2 text-start">
      <FormNotice answer={answer} notice={notice} failed={words.failed} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <Button
        type="submit"
        variant="line"
        size="small"
        disabled={pending}
        aria-label={words.name}
        className="whitespace-nowrap"
      >
        {pending ? words.pending : words.submit}
      </Button>
    </form>
  );
}
