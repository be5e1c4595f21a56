import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFooter } from '#components/site/footer.tsx';
import { SiteHeader } from '#components/site/header.tsx';

/** Reads no cookie: these pages are the same for everyone. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('site');
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
    </>
  );
}
