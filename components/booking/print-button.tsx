'use client';

import { useSyncExternalStore } from 'react';
import { buttonClass } from '../ui/button.tsx';

const never = () => () => undefined;

/** Prints the page. Without a script there is none: the browser's own command does the same. */
export function PrintButton({ label }: { label: string }) {
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!awake) return null;
  return (
    <button
      type="button"
      className={`no-print mt-10 ${buttonClass({ variant: 'line' })}`}
      onClick={() => window.print()}
    >
      {label}
    </button>
  );
}
