import type { ComponentProps, ReactNode } from 'react';
import { Shape } from './shape.tsx';

const box =
  'w-full rounded border-[1.5px] border-field-line bg-field px-3.5 text-17 text-ink hover:border-ink ' +
  'focus:border-transparent focus:outline-3 focus:outline-offset-1 focus:outline-focus aria-invalid:border-bad';

type Words = {
  /** Also ties label, hint and error to the control. */
  id: string;
  label: ReactNode;
  /** The word "optional" in the reader's language; required fields carry no mark. */
  optional?: string;
  hint?: ReactNode;
  error?: ReactNode;
};

function describedBy({ id, hint, error }: Words): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Frame({ id, label, optional, hint, error, children }: Words & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 flex justify-between gap-4 text-15 leading-5 font-semibold">
        {label}
        {optional ? <span className="font-[450] text-ink-3">{optional}</span> : null}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 flex items-baseline gap-2 text-15 font-[560] text-bad">
          <Shape name="cross" />
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-15 text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** One line of text with its label above and its hint or error below. Everything else goes to the input. */
export function TextField({
  id,
  label,
  optional,
  hint,
  error,
  className = '',
  ...input
}: Words & Omit<ComponentProps<'input'>, 'id'>) {
  const words = { id, label, ...(optional && { optional }), hint, error };
  return (
    <Frame {...words}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(words)}
        className={`h-[52px] ${box} ${className}`}
        {...input}
      />
    </Frame>
  );
}

/** Several lines of text; where the browser can, as high as what stands in it. */
export function TextAreaField({
  id,
  label,
  optional,
  hint,
  error,
  className = '',
  ...area
}: Words & Omit<ComponentProps<'textarea'>, 'id'>) {
  const words = { id, label, ...(optional && { optional }), hint, error };
  return (
    <Frame {...words}>
      <textarea
        id={id}
        rows={5}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(words)}
        className={`min-h-[148px] py-3 leading-[1.45] [field-sizing:content] ${box} ${className}`}
        {...area}
      />
    </Frame>
  );
}

/** A native choice: the phone's own wheel is better than any we could draw. */
export function SelectField({
  id,
  label,
  optional,
  hint,
  error,
  className = '',
  ...select
}: Words & Omit<ComponentProps<'select'>, 'id'>) {
  const words = { id, label, ...(optional && { optional }), hint, error };
  return (
    <Frame {...words}>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(words)}
        className={`h-[52px] ${box} ${className}`}
        {...select}
      />
    </Frame>
  );
}

/** A box to tick; the whole line is the target. */
export function CheckField({
  id,
  label,
  error,
  className = '',
  ...input
}: Pick<Words, 'id' | 'label' | 'error'> & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  return (
    <div className={className}>
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="mt-px size-[22px] flex-none"
          {...input}
        />
        <span>{label}</span>
      </label>
      {error ? (
        <p id={`${id}-error`} className="flex items-baseline gap-2 text-15 font-[560] text-bad">
          <Shape name="cross" />
          {error}
        </p>
      ) : null}
    </div>
  );
}
