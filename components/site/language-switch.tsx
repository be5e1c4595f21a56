'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { routing } from '#lib/i18n/routing.ts';
import { languagePath } from './language-path.ts';

/** Links to this page in each language. Plain links: the language is the document's, so it loads anew. */
export function LanguageSwitch({
  current,
  names,
  inline = false,
}: {
  current: string;
  names: Record<string, string>;
  /** Beside each other instead of one below the other. */
  inline?: boolean;
}) {
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <ul className={inline ? 'flex gap-x-6' : ''}>
      {routing.locales.map((locale) => (
        <li key={locale}>
          <a
            href={
              languagePath(path, locale, routing.locales, routing.defaultLocale) + (search && `?${search}`)
            }
            hrefLang={locale}
            lang={locale}
            aria-current={locale === current ? 'true' : undefined}
            className="inline-flex min-h-11 items-center decoration-2 underline-offset-[5px] hover:underline aria-[current]:font-[680]"
          >
            {names[locale]}
          </a>
        </li>
      ))}
    </ul>
  );
}
