'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * The menu of a small screen. It opens without its script; with it, Escape, a step to another page and going anywhere
 * else, by finger or by Tab, close it, so that it never lies on what is being read.
 */
export function PhoneMenu({ label, children }: { label: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what the effect waits for
  useEffect(() => {
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
    <details ref={menu} className="relative -me-2.5 tablet:hidden">
      <summary aria-label={label} className="grid size-11 list-none place-items-center">
        <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5" stroke="currentColor" strokeWidth="2">
          <path d="M1 6h18M1 14h18" />
        </svg>
      </summary>
      {children}
    </details>
  );
}
