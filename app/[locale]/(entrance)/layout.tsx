import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '#components/site/language-switch.tsx';
import { Logo } from '#components/site/logo.tsx';
import { Link } from '#lib/i18n/navigation.ts';

/** The way in: a form, and on wide screens what waits behind it. Nothing here leads astray. */
export default async function EntranceLayout({
  children,
  poster,
}: {
  children: ReactNode;
  poster: ReactNode;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('site')]);
  const small = 'inline-flex min-h-11 items-center decoration-2 underline-offset-[5px] hover:underline';
  return (
    <div className="grid min-h-dvh grow desk:has-[>.tinted]:grid-cols-2">
      <div className="flex flex-col px-[var(--margin)]">
        <header className="flex h-[60px] items-center tablet:h-[76px]">
          <Link prefetch={false} href="/" aria-label={t('home')} className="flex min-h-11 items-center">
            <Logo />
          </Link>
        </header>
        {children}
        <footer className="flex flex-wrap items-center justify-between gap-x-5 py-4 text-15">
          <nav aria-label={t('footer.house')} className="flex flex-wrap gap-x-5">
            <Link prefetch={false} href="/terms" className={small}>
              {t('footer.terms')}
            </Link>
            <Link prefetch={false} href="/privacy" className={small}>
              {t('footer.privacy')}
            </Link>
            <Link prefetch={false} href="/imprint" className={small}>
              {t('footer.imprint')}
            </Link>
          </nav>
          <nav aria-label={t('footer.language')}>
            <LanguageSwitch
              current={locale}
              names={{ en: t('footer.languages.en'), de: t('footer.languages.de') }}
              inline
            />
          </nav>
        </footer>
      </div>
      {poster}
    </div>
  );
}
