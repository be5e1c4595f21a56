import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '#components/legal/legal-page.tsx';
import { env } from '#lib/env.ts';
import { pageMetadata } from '../page-metadata.ts';

// messages: legal.privacy.sections.*
const sections = ['looking', 'buying', 'paying', 'account', 'who', 'long', 'rights'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.privacy');
  return pageMetadata({ href: '/privacy', title: t('title'), description: t('lead') });
}

export default async function PrivacyPage() {
  const t = await getTranslations('legal.privacy');
  return (
    <LegalPage
      title={t('title')}
      lead={t('lead')}
      sections={sections.map((name) => ({
        title: t(`sections.${name}.title`),
        text: t(`sections.${name}.text`),
      }))}
      operator={env().operator}
    />
  );
}
