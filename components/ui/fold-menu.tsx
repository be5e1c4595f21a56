'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Something that folds out over the page. It opens without its script; with it, Escape, a step to another page and going
 * anywhere else, by finger or by Tab, close it, so that it never lies on what is being read.
 */
export function FoldMenu({
  face,
  label,
  className = '',
  faceClassName = '',
  children,
}: {
  /** What is pressed. */
  face: ReactNode;
  /** Its name, where the face is a drawing. */
  label?: string;
  className?: string;
  faceClassName?: string;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  const openedOn = useRef(path);

  useEffect(() => {
    // What was opened before the script was there stays open.
    if (openedOn.current === path) return;
    openedOn.current = path;
    menu.current?.removeAttribute('open');
  }, [path]);

  useEffect(() => {
    const details = menu.current;
    const closeUnlessIn = (target: EventTarget | null) => {
      if (target instanceof Node && !details?.contains(target)) details?.removeAttribute('open');
    };
    const pressed = ({ target }: PointerEvent) => closeUnlessIn(target);
    const focused = ({ target }: FocusEvent) => closeUnlessIn(target);
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details?.open) return;
      details.removeAttribute('open');
      details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('focusin', focused);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('keydown', key);
    };
  }, []);

  return (
    <details ref={menu} className={className}>
      <summary aria-label={label} className={`list-none ${faceClassName}`}>
        {face}
      </summary>
      {children}
    </details>
  );
}
