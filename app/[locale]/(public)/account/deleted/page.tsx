import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Link } from '#lib/i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.erased');
  return { title: t('title'), robots: { index: false } };
}

/** What there is to say to somebody who has just gone. */
export default async function AccountDeletedPage() {
  const t = await getTranslations('privacy.erased');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <Link href="/" className={buttonClass()}>
        {t('home')}
      </Link>
    </PageMessage>
  );
}
