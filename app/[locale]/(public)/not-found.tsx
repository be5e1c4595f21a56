import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Link } from '#lib/i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('metaTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('site.notFound');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <Link prefetch={false} href="/events" className={buttonClass()}>
        {t('events')}
      </Link>
      <Link prefetch={false} href="/" className="link inline-flex min-h-11 items-center">
        {t('home')}
      </Link>
    </PageMessage>
  );
}
