'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';

/** What was done on the way here: takes the focus, which the form that did it has taken with it. */
export function DoneNotice({
  kind = 'ok',
  title,
  children,
}: {
  /** `warn` where nothing was done after all. */
  kind?: 'ok' | 'warn';
  title: string;
  children?: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    // Said once: a page that is loaded again, or its address handed on, does not say it any more.
    const address = new URL(window.location.href);
    if (!address.searchParams.has('done')) return;
    address.searchParams.delete('done');
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice kind={kind} role="status" title={title}>
        {children}
      </Notice>
    </div>
  );
}
