import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { UnderWay } from '#components/site/under-way.tsx';
import { env } from '#lib/env.ts';
import { routing } from '#lib/i18n/routing.ts';
import '../globals.css';
import { fontVariables } from '../fonts.ts';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The browser's own bar, as the paper of the page: `--paper` in tokens.css. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f2' },
    { media: '(prefers-color-scheme: dark)', color: '#15110e' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: t('name'), template: t('title', { page: '%s' }) },
    description: t('description'),
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  // Scripts carry the nonce of this one request, so no page may be stored while building.
  await connection();
  return (
    <html lang={locale} className={fontVariables}>
      <body className="flex flex-col [&>main]:grow">
        <ClientMessages namespaces={['common']}>{children}</ClientMessages>
        <UnderWay />
      </body>
    </html>
  );
}
