import type { ReactNode } from 'react';

/** A part of the form: a rule, its heading, a word on it, and the fields. */
export function FormSection({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className="border-t-[1.5px] border-rule pt-3.5">
      <legend className="float-start mb-6 w-full">
        <span className="display-t4 block">{title}</span>
        <span className="mt-1 block text-15 text-ink-2">{hint}</span>
      </legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}
