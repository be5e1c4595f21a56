'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { type Locale, routing } from '#lib/i18n/routing.ts';
import { languagePath } from './language-path.ts';
import { languageOf, wantedLanguage } from './wanted-language.ts';

/** Where this browser remembers that somebody has decided, one way or the other. */
const DECIDED = 'language-decided';

/** Whoever comes from a page of ours in another language has chosen this one. */
function cameFromOther(current: Locale): boolean {
  if (document.referrer === '') return false;
  const { origin, pathname } = new URL(document.referrer);
  return (
    origin === window.location.origin &&
    languageOf(pathname, routing.locales, routing.defaultLocale) !== current
  );
}

/** The language to offer; null where this one is wanted, was chosen, or nothing could be remembered. */
function languageToOffer(current: Locale): Locale | null {
  const wanted = wantedLanguage(navigator.languages, routing.locales);
  if (wanted === undefined || wanted === current) return null;
  try {
    if (cameFromOther(current)) localStorage.setItem(DECIDED, current);
    return localStorage.getItem(DECIDED) === null ? wanted : null;
  } catch {
    return null;
  }
}

/**
 * Offers the page in the language that the browser prefers, in that language. Found out in the browser, so that the page
 * is the same for everyone; it lies over the page, so that nothing moves.
 */
export function LanguageHint({
  current,
  words,
}: {
  current: Locale;
  /** In the language they offer. */
  words: Record<Locale, { open: string; close: string }>;
}) {
  const path = usePathname();
  const search = useSearchParams().toString();
  const [offered, setOffered] = useState<Locale | null>(null);
  useEffect(() => setOffered(languageToOffer(current)), [current]);
  if (offered === null) return null;
  const href = languagePath(path, offered, routing.locales, routing.defaultLocale);
  return (
    <aside
      lang={offered}
      aria-labelledby="language-hint"
      className="no-print fixed bottom-4 max-tablet:end-[var(--margin)] tablet:start-[var(--margin)] z-10 flex items-center rounded border-[1.5px] border-rule bg-paper ps-4 text-15 max-desk:[body:has(.foot-bar)_&]:bottom-[96px] [body:has(>.on-its-own)_&]:hidden"
    >
      <a
        id="language-hint"
        href={href + (search && `?${search}`)}
        hrefLang={offered}
        className="link inline-flex min-h-11 items-center font-[620]"
      >
        {words[offered].open}
      </a>
      <button
        type="button"
        aria-label={words[offered].close}
        className="grid size-11 place-items-center text-ink-2 hover:text-ink"
        onClick={() => {
          localStorage.setItem(DECIDED, current);
          setOffered(null);
        }}
      >
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-[11px]"
          stroke="currentColor"
          strokeWidth="1.8"
        >
          <path d="m1 1 10 10M11 1 1 11" />
        </svg>
      </button>
    </aside>
  );
}
