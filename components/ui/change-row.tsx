'use client';

import type { ReactNode } from 'react';
import { FormNotice } from './form-answer.tsx';
import { useFold } from './use-fold.ts';
import type { useFormAction } from './use-form-action.ts';

/**
 * What is so, and the form that changes it, folded away until it is wanted. It opens without a script as well, and after
 * an answer that asks for more; once it is done, the row closes and says so.
 */
export function ChangeRow({
  label,
  value,
  change,
  state,
  failed,
  children,
}: {
  label: string;
  /** What it is now. */
  value: ReactNode;
  /** What opens the form, in a word. */
  change: string;
  state: ReturnType<typeof useFormAction>;
  /** What could not be done. */
  failed: string;
  children: ReactNode;
}) {
  const { answer, notice } = state;
  const fold = useFold(answer);
  const open = answer !== null && answer.kind !== 'done';
  const said = <FormNotice answer={answer} notice={notice} failed={failed} />;
  return (
    <div className="border-b border-hairline">
      {answer?.kind === 'done' ? <div className="pt-4">{said}</div> : null}
      <details ref={fold} open={open || undefined} className="group">
        <summary className="flex min-h-16 cursor-pointer list-none items-center justify-between gap-6 py-3">
          <span className="min-w-0">
            <span className="block font-[620]">{label}</span>
            <span className="block text-15 text-ink-2 [overflow-wrap:anywhere]">{value}</span>
          </span>
          <span className="link shrink-0">{change}</span>
        </summary>
        <div className="grid max-w-[560px] gap-5 pt-2 pb-8">
          {open ? said : null}
          {children}
        </div>
      </details>
    </div>
  );
}
