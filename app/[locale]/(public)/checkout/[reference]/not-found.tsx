import { getLocale, getTranslations } from 'next-intl/server';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { getPathname } from '#lib/i18n/navigation.ts';

/** A booking that is not this browser's to see, or that does not exist: the two are not told apart. */
export default async function BookingNotOpen() {
  const [t, locale] = await Promise.all([getTranslations('booking.notOpen'), getLocale()]);
  const next = new URLSearchParams({ next: getPathname({ href: '/bookings', locale }) });
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <a className={buttonClass()} href={`${getPathname({ href: '/sign-in', locale })}?${next}`}>
        {t('signIn')}
      </a>
    </PageMessage>
  );
}
