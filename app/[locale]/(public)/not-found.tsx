import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageMissing } from '#components/site/page-missing.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('metaTitle') };
}

export default function NotFound() {
  return <PageMissing />;
}
