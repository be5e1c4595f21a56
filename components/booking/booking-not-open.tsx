import { useLocale, useTranslations } from 'next-intl';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { PageMessage } from '../site/page-message.tsx';
import { buttonClass } from '../ui/button.tsx';

/** A booking that is not this browser's to see, or that does not exist: the two are not told apart. */
export function BookingNotOpen() {
  const t = useTranslations('booking.notOpen');
  const locale = useLocale();
  const next = new URLSearchParams({ next: getPathname({ href: '/bookings', locale }) });
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <a className={buttonClass()} href={`${getPathname({ href: '/sign-in', locale })}?${next}`}>
        {t('signIn')}
      </a>
      <Link prefetch={false} href="/find-tickets" className="link inline-flex min-h-11 items-center">
        {t('find')}
      </Link>
    </PageMessage>
  );
}
