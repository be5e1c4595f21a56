import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { PageMessage } from '../site/page-message.tsx';
import { buttonClass } from '../ui/button.tsx';

/** In place of an event that an admin has taken down: whoever has tickets for it is told what becomes of them. */
export function EventTakenDown() {
  const t = useTranslations('site.takenDown');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <Link prefetch={false} href="/bookings" className={buttonClass()}>
        {t('bookings')}
      </Link>
      <Link prefetch={false} href="/events" className="link inline-flex min-h-11 items-center">
        {t('events')}
      </Link>
    </PageMessage>
  );
}
