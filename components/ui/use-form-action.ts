'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';

/** What an action behind a form answers, in the reader's language. `typed` fills it again where no script kept it. */
export type FormAnswer =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; message: string; typed: Record<string, string> }
  /** It led away, to a page that has to be drawn anew as a whole. */
  | { kind: 'elsewhere'; next: string }
  /** What is wrong, by the name of the field. */
  | { kind: 'incomplete'; problems: Record<string, string>; typed: Record<string, string> };

/** An action that a form calls, with and without scripts. One that leads elsewhere answers nothing. */
export type FormAction = (previous: FormAnswer | null, data: FormData) => Promise<FormAnswer>;

/** Fields that are something else since an answer. */
type Corrected = { of: FormAnswer | null; names: readonly string[] };

/**
 * A form that works as a plain POST before its script has arrived, and afterwards keeps everything typed and moves the
 * focus to what has to be read: the first field that is wrong, else the answer.
 */
export function useFormAction(action: FormAction) {
  const [answer, submit, pending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  // What was wrong is said until the field is something else.
  const [corrected, setCorrected] = useState<Corrected>({ of: null, names: [] });

  useEffect(() => {
    if (answer?.kind === 'elsewhere') {
      window.location.assign(answer.next);
      return;
    }
    if (answer?.kind !== 'incomplete') {
      notice.current?.focus();
      return;
    }
    const [wrong] = Object.keys(answer.problems);
    const field = wrong === undefined ? null : form.current?.elements.namedItem(wrong);
    if (field instanceof HTMLElement) field.focus();
  }, [answer]);

  useEffect(() => {
    const { current } = form;
    const correct = ({ target }: Event) => {
      const name = target instanceof Element ? target.getAttribute('name') : null;
      if (!name) return;
      setCorrected(({ of, names }) => ({ of: answer, names: of === answer ? [...names, name] : [name] }));
    };
    current?.addEventListener('input', correct);
    return () => current?.removeEventListener('input', correct);
  }, [answer]);

  return {
    form,
    submit,
    /** For the element around the answer. */
    notice,
    answer,
    pending,
    /** Sends by script, which leaves the fields as they are. */
    send: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      startTransition(() => submit(data));
    },
    /** What somebody typed before, else what stood there. */
    typed: (field: string, before = '') =>
      answer?.kind === 'refused' || answer?.kind === 'incomplete' ? (answer.typed[field] ?? before) : before,
    problem: (field: string) =>
      answer?.kind === 'incomplete' && !(corrected.of === answer && corrected.names.includes(field))
        ? answer.problems[field]
        : undefined,
  };
}
