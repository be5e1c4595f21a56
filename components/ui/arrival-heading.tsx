'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { forgetInAddress } from './forget-in-address.ts';

/** The heading of a page that a form has led to: takes the focus, which went with the form. */
export function ArrivalHeading({ className, children }: { className: string; children: ReactNode }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    place.current?.focus();
    forgetInAddress('done');
  }, []);
  return (
    <h1 ref={place} tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </h1>
  );
}
