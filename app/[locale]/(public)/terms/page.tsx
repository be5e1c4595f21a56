import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '#components/legal/legal-page.tsx';
import { env } from '#lib/env.ts';
import { pageMetadata } from '../page-metadata.ts';

// messages: legal.terms.sections.*
const sections = ['who', 'hold', 'price', 'payment', 'ticket', 'refund', 'account', 'liability'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.terms');
  return pageMetadata({ href: '/terms', title: t('title'), description: t('lead') });
}

export default async function TermsPage() {
  const t = await getTranslations('legal.terms');
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
