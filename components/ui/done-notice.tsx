'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';

/** What was done on the way here: takes the focus, which the form that did it has taken with it. */
export function DoneNotice({ title, children }: { title: string; children?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice kind="ok" role="status" title={title}>
        {children}
      </Notice>
    </div>
  );
}
