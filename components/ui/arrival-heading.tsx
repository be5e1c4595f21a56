'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { forgetInAddress } from './forget-in-address.ts';

/** The heading of a page that a form has led to: takes the focus, which went with the form, unless somebody types already. */
export function ArrivalHeading({
  language,
  className,
  children,
}: {
  /** Of the words, where it is not the page's: a BCP 47 tag. */
  language?: string;
  className: string;
  children: ReactNode;
}) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A page that is loaded anew stays where it was scrolled to.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    forgetInAddress('done');
  }, []);
  return (
    <h1 ref={place} lang={language} tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </h1>
  );
}
