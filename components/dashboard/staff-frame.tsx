import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../site/logo.tsx';
import { OtherLanguages } from './other-languages.tsx';

export type FrameSection = { href: string; label: string; current?: boolean };

const mark = 'border-accent font-[650] text-ink [scroll-initial-target:nearest]';
const unmarked = 'border-transparent text-ink hover:bg-paper-2';

/**
 * The frame of every page for those who work here: a rail with the sections at the left; on a phone and a tablet a bar
 * above.
 */
export function StaffFrame({
  home,
  navigation,
  sections,
  foot,
  children,
}: {
  /** The public pages, in the language of the account. */
  home: string;
  /** What the sections are called together. */
  navigation: string;
  sections: readonly FrameSection[];
  /** Who works here and where, and the ways to elsewhere. */
  foot: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('dashboard');
  return (
    <div className="desk:grid desk:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="absolute start-2 top-2 z-20 -translate-y-24 rounded bg-accent px-4 py-3 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="border-b border-hairline text-15 desk:sticky desk:top-0 desk:flex desk:h-dvh desk:flex-col desk:overflow-y-auto desk:border-e desk:border-b-0">
        <div className="flex items-center justify-between gap-4 px-(--margin) py-2 desk:px-6 desk:py-4">
          <a href={home} aria-label={t('toSite')} className="flex min-h-11 items-center">
            <Logo />
          </a>
          <div className="flex gap-5 desk:hidden">
            <Tools />
          </div>
        </div>
        {sections.length > 0 ? (
          <nav
            aria-label={navigation}
            className="flex gap-1 overflow-x-auto scroll-px-[calc(var(--margin)-12px)] px-[calc(var(--margin)-12px)] desk:flex-col desk:overflow-visible desk:px-0"
          >
            {sections.map(({ href, label, current = false }) => (
              <a
                key={href}
                href={href}
                aria-current={current ? 'page' : undefined}
                // Where there is not room for all, the bar begins at the one that is shown.
                className={`flex min-h-11 flex-none items-center border-b-4 px-3 font-[560] desk:border-s-4 desk:border-b-0 desk:px-5 ${
                  current ? mark : unmarked
                }`}
              >
                {label}
              </a>
            ))}
          </nav>
        ) : null}
        <div className="flex flex-wrap items-start gap-x-4 px-(--margin) py-3 desk:mt-auto desk:grid desk:px-6 desk:pb-5">
          {foot}
          <div className="hidden desk:flex desk:flex-wrap desk:gap-x-5">
            <Tools />
          </div>
        </div>
      </header>
      {children}
    </div>
  );
}

/** What every page has a way to: another language, and out. */
function Tools() {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const button = 'link flex min-h-11 items-center text-t1';
  return (
    <>
      <OtherLanguages button={button} />
      <form method="post" action="/api/auth/sign-out">
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className={button}>
          {t('signOut')}
        </button>
      </form>
    </>
  );
}
