import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingRow } from '#components/booking/booking-row.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { currentAccount } from '#lib/auth/session.ts';
import { listMyBookings } from '#lib/booking/list-my-bookings.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.list');
  return { title: t('metaTitle'), robots: { index: false } };
}

/** What somebody has booked, for themselves alone. */
export default async function BookingsPage() {
  const [account, locale] = await Promise.all([currentAccount(), getLocale()]);
  if (!account) {
    const next = getPathname({ href: '/bookings', locale });
    redirect(`${getPathname({ href: '/sign-in', locale })}?${new URLSearchParams({ next })}`);
  }
  const t = await getTranslations('booking.list');
  const bookings = await listMyBookings(account.actor);
  const shelves = [
    { title: t('upcoming'), bookings: bookings.filter((booking) => !booking.past) },
    { title: t('past'), bookings: bookings.filter((booking) => booking.past) },
  ].filter((shelf) => shelf.bookings.length > 0);
  return (
    <main id="content" className="wrap pb-24">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-6 pb-8">
        <h1 className="display-t5">{t('title')}</h1>
        <Link href="/account" className="link inline-flex min-h-11 items-center">
          {t('account')}
        </Link>
      </div>
      {bookings.length === 0 ? (
        <div>
          <p className="display-t3">{t('empty')}</p>
          <p className="mt-2 mb-5 max-w-[62ch]">{t('emptyText')}</p>
          <Link href="/events" className={buttonClass()}>
            {t('find')}
          </Link>
        </div>
      ) : null}
      {shelves.map((shelf) => (
        <section key={shelf.title} className="mb-14">
          <h2 className="display-t4 border-t-[1.5px] border-rule pt-3.5 pb-6">{shelf.title}</h2>
          <ul className="border-t border-hairline">
            {shelf.bookings.map((booking) => (
              <BookingRow key={booking.reference} booking={booking} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
