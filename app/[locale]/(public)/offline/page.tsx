import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { KeptBookings } from '#components/site/kept-bookings.tsx';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tickets.offline');
  return { title: t('metaTitle'), robots: { index: false } };
}

/** What public/service-worker.js shows in place of a page that cannot be reached. */
export default async function OfflinePage() {
  const t = await getTranslations('tickets.offline');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      {/* Leads to wherever this page stands in for. */}
      <a href="?" className={buttonClass()}>
        {t('again')}
      </a>
      <ClientMessages namespaces={['tickets']}>
        <KeptBookings />
      </ClientMessages>
    </PageMessage>
  );
}
