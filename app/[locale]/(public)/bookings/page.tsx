import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sections } from '#components/account/sections.tsx';
import { BookingRow } from '#components/booking/booking-row.tsx';
import { FindBooking } from '#components/booking/find-booking.tsx';
import type { ListedBooking } from '#components/booking/listed-booking.ts';
import { NextBooking } from '#components/booking/next-booking.tsx';
import { Shelf } from '#components/event/shelf.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { listMySessions } from '#lib/accounts/my-sessions.ts';
import { keptKeys } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { listKeptBookings, listMyBookings, type MyBooking } from '#lib/booking/list-my-bookings.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { posterPath } from '#lib/posters/poster-path.ts';
import { localDate } from '#lib/time.ts';
import { whatIsOn } from '../what-is-on.ts';

type Props = { searchParams: Promise<Record<'q' | 'past' | 'done', string | string[] | undefined>> };

/** Past ones shown before anybody asks for all of them. */
const PAST_AT_FIRST = 5;

/** So many bookings can be overlooked. */
const WORTH_SEARCHING = 6;

const DAY = 24 * 60 * 60 * 1000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.list');
  return { title: t('metaTitle'), robots: { index: false } };
}

const listed = ({ event, ...booking }: MyBooking): ListedBooking => ({
  ...booking,
  event,
  poster: {
    src: posterPath(event, 'svg'),
    hue: posterHue({ category: event.category.slug, seed: event.slug }),
  },
});

/** Whether an event is today or tomorrow, where it takes place. */
function dayOf({ startsAt, timezone }: MyBooking['event'], now: Date) {
  const day = localDate(startsAt, timezone);
  if (day === localDate(now, timezone)) return 'today';
  return day === localDate(new Date(now.getTime() + DAY), timezone) ? 'tomorrow' : 'later';
}

/** What somebody has booked, for themselves alone: their account's, or without one what this browser has keys for. */
export default async function BookingsPage({ searchParams }: Props) {
  const [account, locale, search] = await Promise.all([currentAccount(), getLocale(), searchParams]);
  const words = account !== null && typeof search.q === 'string' ? search.q.trim().slice(0, 100) : '';
  const t = await getTranslations('booking.list');
  const [{ bookings, now }, sessions] = await Promise.all([
    account === null ? keptKeys().then(listKeptBookings) : listMyBookings(account.actor, words),
    account === null ? [] : listMySessions(account.actor),
  ]);
  const here = new URLSearchParams({ next: getPathname({ href: '/bookings', locale }) });
  const signIn = `${getPathname({ href: '/sign-in', locale })}?${here}`;
  const on = (shelf: MyBooking['shelf']) => bookings.filter((booking) => booking.shelf === shelf);
  const upcoming = on('upcoming');
  const past = on('past');
  // What has tickets to show; a hold that waits for its payment stands in the list.
  const next =
    words === '' ? upcoming.find(({ status, tickets }) => status === 'confirmed' && tickets > 0) : undefined;
  const all = search.past === 'all' || words !== '';
  const shelves = [
    { title: t('upcoming'), bookings: upcoming.filter((booking) => booking !== next), more: 0 },
    {
      title: t('past'),
      bookings: all ? past : past.slice(0, PAST_AT_FIRST),
      more: all ? 0 : past.length - PAST_AT_FIRST,
    },
    { title: t('cancelled'), bookings: on('cancelled'), more: 0 },
  ].filter((shelf) => shelf.bookings.length > 0);
  const nothing = bookings.length === 0;
  const suggested = nothing && words === '' ? await whatIsOn(locale) : [];
  const list = (
    <>
      {next ? <NextBooking booking={listed(next)} day={dayOf(next.event, now)} /> : null}
      {nothing ? (
        <div className="border-t-[1.5px] border-rule pt-5">
          <p className="display-t3">{words === '' ? t('empty') : t('search.nothing', { words })}</p>
          <p className="mt-2 mb-5 max-w-[62ch]">
            {words === '' ? t(account === null ? 'emptyGuest' : 'emptyText') : t('search.nothingText')}
          </p>
          <p className="flex flex-wrap gap-3">
            {account === null ? (
              <a href={signIn} className={buttonClass()}>
                {t('signIn')}
              </a>
            ) : null}
            {words === '' ? (
              <Link href="/events" className={buttonClass({ variant: account === null ? 'line' : 'filled' })}>
                {t('find')}
              </Link>
            ) : (
              <Link href="/bookings" className={buttonClass({ variant: 'line' })}>
                {t('search.all')}
              </Link>
            )}
            <Link href="/find-tickets" className={buttonClass({ variant: 'line' })}>
              {t('findByMail')}
            </Link>
          </p>
          <Shelf title={t('whatIsOn')} events={suggested} early />
        </div>
      ) : null}
      {shelves.map((shelf) => (
        <section key={shelf.title} className="mb-14 last:mb-0">
          <div className="flex items-baseline justify-between gap-x-6 border-t-[1.5px] border-rule pt-3.5 pb-2">
            <h2 className="display-t4">{shelf.title}</h2>
            {shelf.more > 0 ? (
              <Link
                href={{ pathname: '/bookings', query: { past: 'all' } }}
                className="link inline-flex min-h-11 items-center"
              >
                {t('all', { count: shelf.bookings.length + shelf.more })}
              </Link>
            ) : null}
          </div>
          <ul>
            {shelf.bookings.map((booking) => (
              <BookingRow
                key={'booking' in booking.at ? booking.at.booking : booking.at.ticket}
                booking={listed(booking)}
              />
            ))}
          </ul>
        </section>
      ))}
      {account === null && !nothing ? (
        <section className="border-t-[1.5px] border-rule pt-4">
          <h2 className="display-t4">{t('guest.title')}</h2>
          <p className="mt-2 mb-5 max-w-[62ch]">{t('guest.text')}</p>
          <p className="flex flex-wrap gap-3">
            <a href={signIn} className={buttonClass()}>
              {t('signIn')}
            </a>
            <Link href="/find-tickets" className={buttonClass({ variant: 'line' })}>
              {t('findByMail')}
            </Link>
          </p>
        </section>
      ) : null}
    </>
  );
  return (
    <main id="content" className="wrap pb-24">
      {account !== null && search.done === 'account' ? (
        <div className="max-w-[62ch] pt-6">
          <DoneNotice title={t('accountReady')}>
            {t('accountReadyText', { count: bookings.length })}
          </DoneNotice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 pt-6 pb-8 desk:max-w-[1160px]">
        <h1 className="display-t5">
          {next
            ? t('headline', {
                day: dayOf(next.event, now),
                more: upcoming.length - 1,
                count: upcoming.length,
              })
            : t(account === null && bookings.length > 0 ? 'onThisDevice' : 'title')}
        </h1>
        {account !== null && (words !== '' || bookings.length >= WORTH_SEARCHING) ? (
          <FindBooking words={words} />
        ) : null}
      </div>
      {account === null ? (
        <div className="desk:max-w-[1160px]">{list}</div>
      ) : (
        <Sections here="bookings" devices={sessions.length} admin={account.actor.role === 'admin'}>
          {list}
          <p className="mt-10 border-t border-hairline pt-4 desk:hidden">
            <Link href="/account" className="link inline-flex min-h-11 items-center">
              {t('account')}
            </Link>
          </p>
        </Sections>
      )}
    </main>
  );
}
