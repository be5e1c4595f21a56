import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button.tsx';
import { currentAccount } from '#lib/auth/session.ts';
import { listMyBookings } from '#lib/booking/list-my-bookings.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.list');
  return { title: t('metaTitle'), robots: { index: false } };
}

/** What somebody has booked, for themselves alone. */
export default async function BookingsPage() {
  const [account, locale, t] = await Promise.all([
    currentAccount(),
    getLocale(),
    getTranslations('booking.list'),
  ]);
  if (!account) {
    const next = getPathname({ href: '/bookings', locale });
    redirect(`${getPathname({ href: '/sign-in', locale })}?${new URLSearchParams({ next })}`);
  }
  const bookings = await listMyBookings(account.actor);
  return (
    <main id="content" className="wrap pb-24">
      <h1 className="display-t5 pt-6 pb-8">{t('title')}</h1>
      {bookings.length === 0 ? (
        <div>
          <p className="display-t3">{t('empty')}</p>
          <p className="mt-2 mb-5 max-w-[62ch]">{t('emptyText')}</p>
          <Link href="/events" className={buttonClass()}>
            {t('find')}
          </Link>
        </div>
      ) : (
        <ul className="border-t-[1.5px] border-rule">
          {bookings.map(({ reference, status, tickets, total, currency, event }) => (
            <li key={reference} className="border-b border-hairline">
              <Link
                href={{ pathname: '/bookings/[reference]', params: { reference } }}
                className="grid gap-x-6 gap-y-1 py-4 hover:underline tablet:grid-cols-[180px_1fr_auto]"
              >
                <span className="font-[620] tabular-nums">
                  {formatTime(event.startsAt, event.timezone, locale, 'dayTime')}
                </span>
                <span>
                  <span className="display-t3 block">{event.title}</span>
                  {event.place ? <span className="text-15 text-ink-2">{event.place}</span> : null}
                </span>
                <span className="text-15 tabular-nums tablet:text-end">
                  {t('tickets', { count: tickets })}, {formatMoney(total, currency, locale)}
                  <span className="block text-ink-2">{t(`status.${status}`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
