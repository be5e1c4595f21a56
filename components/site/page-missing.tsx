import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import type { CardEvent } from '../event/event-card.tsx';
import { Shelf } from '../event/shelf.tsx';
import { buttonClass } from '../ui/button.tsx';
import { PageMessage } from './page-message.tsx';

/** There is no such page, and where to go instead. */
export function PageMissing({ events = [] }: { events?: readonly CardEvent[] }) {
  const t = useTranslations('site.notFound');
  return (
    <PageMessage
      title={t('title')}
      text={t('text')}
      below={<Shelf title={t('instead')} events={events} early />}
    >
      <Link prefetch={false} href="/events" className={buttonClass()}>
        {t('events')}
      </Link>
      <Link prefetch={false} href="/" className="link inline-flex min-h-11 items-center">
        {t('home')}
      </Link>
    </PageMessage>
  );
}
