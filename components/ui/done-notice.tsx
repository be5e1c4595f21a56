'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { forgetInAddress } from './forget-in-address.ts';
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
    forgetInAddress('done');
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice kind={kind} role="status" title={title}>
        {children}
      </Notice>
    </div>
  );
}
