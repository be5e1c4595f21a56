'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

/** After this long a step that never came is given up on, in milliseconds. */
const GIVEN_UP = 20_000;

/**
 * Marks the document while another page is on its way, so that `globals.css` can show it at the head of the window. A
 * browser shows that for pages it loads itself; those that the router fetches look like nothing has happened.
 */
export function UnderWay() {
  const path = usePathname();
  const search = useSearchParams().toString();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is what the step ends with
  useEffect(() => {
    document.documentElement.removeAttribute('data-under-way');
  }, [path, search]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const pressed = (click: MouseEvent) => {
      const link = click.target instanceof Element ? click.target.closest('a') : null;
      // Only the router's own steps: it takes the press away from the browser.
      if (!link || !click.defaultPrevented) return;
      const { origin, pathname, search: query } = window.location;
      if (link.origin !== origin || link.pathname + link.search === pathname + query) return;
      document.documentElement.setAttribute('data-under-way', '');
      clearTimeout(timer);
      timer = setTimeout(() => document.documentElement.removeAttribute('data-under-way'), GIVEN_UP);
    };
    window.addEventListener('click', pressed);
    return () => {
      window.removeEventListener('click', pressed);
      clearTimeout(timer);
    };
  }, []);

  return null;
}
