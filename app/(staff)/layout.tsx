import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { currentAccount } from '#lib/auth/session.ts';
import { speakTo } from './staff-page.ts';
import '../globals.css';
import { fontVariables } from '../fonts.ts';

export async function generateMetadata(): Promise<Metadata> {
  speakTo(await currentAccount());
  const site = await getTranslations('site');
  const t = await getTranslations('dashboard');
  return {
    title: { default: t('title'), template: site('title', { page: '%s' }) },
    robots: { index: false },
  };
}

/** The house of those who work here. It guards nothing: each page and each verb asks for itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const locale = speakTo(await currentAccount());
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <ClientMessages namespaces={['common']}>{children}</ClientMessages>
      </body>
    </html>
  );
}
