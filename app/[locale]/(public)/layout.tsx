import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFooter } from '#components/site/footer.tsx';
import { SiteHeader } from '#components/site/header.tsx';
import { LanguageHint } from '#components/site/language-hint.tsx';

/** Reads no cookie: these pages are the same for everyone. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()]);
  return (
    <>
      <a
        href="#content"
        className="absolute start-2 top-2 z-20 -translate-y-24 rounded bg-accent px-4 py-3 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <SiteHeader />
      {children}
      <SiteFooter />
      <LanguageHint
        current={locale}
        words={{
          en: { open: t('languageHint.en.open'), close: t('languageHint.en.close') },
          de: { open: t('languageHint.de.open'), close: t('languageHint.de.close') },
        }}
      />
    </>
  );
}
