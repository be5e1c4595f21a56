import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { formatTime, type TimeFormat } from '#lib/time.ts';
import { Poster } from '../event/poster.tsx';
import type { ShapeName } from '../ui/shape.tsx';
import { Status, type Tone } from '../ui/status.tsx';
import { type ListedBooking, placeOf } from './listed-booking.ts';

// messages: booking.list.status.*

const looks = {
  held: { shape: 'hourglass', tone: 'warn' },
  paying: { shape: 'hourglass', tone: 'warn' },
  awaiting_payment: { shape: 'hourglass', tone: 'warn' },
  confirmed: { shape: 'circle', tone: 'ok' },
  refunded: { shape: 'square', tone: 'mute' },
  cancelled: { shape: 'cross', tone: 'bad' },
  handedOn: { shape: 'bar', tone: 'mute' },
  went: { shape: 'bar', tone: 'mute' },
  over: { shape: 'bar', tone: 'mute' },
  postponed: { shape: 'diamond', tone: 'warn' },
  eventCancelled: { shape: 'cross', tone: 'bad' },
} satisfies Record<string, { shape: ShapeName; tone: Tone }>;

/** How it stands, in one word: what became of the event counts more than what became of the booking. */
function standing({ status, event, tickets, used, shelf }: ListedBooking): keyof typeof looks {
  if (event.status === 'cancelled') return 'eventCancelled';
  if (status !== 'confirmed') return status;
  // A ticket of a booking that still stands, and is void.
  if (shelf === 'cancelled') return 'cancelled';
  if (tickets === 0) return 'handedOn';
  if (shelf === 'past') return used > 0 ? 'went' : 'over';
  return event.status === 'postponed' ? 'postponed' : 'confirmed';
}

/** One booking in a list: its day, its poster, what and where, how it stands and what it cost. */
export function BookingRow({ booking }: { booking: ListedBooking }) {
  const t = useTranslations('booking.list');
  const locale = useLocale();
  const { event, total, returned, currency, shelf } = booking;
  const show = (format: TimeFormat) => formatTime(event.startsAt, event.timezone, locale, format);
  const state = standing(booking);
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return (
    <li className="border-b border-hairline last:border-b-0">
      <Link
        href={placeOf(booking)}
        className="group grid grid-cols-[56px_64px_1fr] items-start gap-x-4 gap-y-2 py-4 tablet:grid-cols-[76px_72px_1fr_auto] tablet:gap-x-6"
      >
        <time dateTime={event.startsAt.toISOString()} className="grid text-15 leading-[1.25]">
          <span>{show('weekdayShort')}</span>
          <span className="booking-day">{show('dayNumber')}</span>
          <span>{show(shelf === 'upcoming' ? 'monthShort' : 'monthYearShort')}</span>
        </time>
        <Poster poster={booking.poster} gone={shelf === 'cancelled'} />
        <div className="min-w-0">
          <p
            lang={event.language}
            className="display-t3 underline-offset-4 [overflow-wrap:anywhere] group-hover:underline"
          >
            {softHyphens(event.title, event.language)}
          </p>
          <p className="mt-1 text-15 text-ink-2">
            {show('time')}
            {event.venue ? `, ${event.venue.name}, ${event.venue.city}` : `, ${t('online')}`}
          </p>
          <p className="text-15 text-ink-2">
            {booking.tickets === 0 ? t('allHandedOn') : t('tickets', { count: booking.tickets })}
            {total === null ? `, ${t('given')}` : null}
            {booking.offered > 0 ? `. ${t('offered', { count: booking.offered })}` : null}
          </p>
        </div>
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-15 font-[620] tabular-nums max-tablet:col-start-3 tablet:grid tablet:justify-items-end">
          <Status {...looks[state]}>{t(`status.${state}`)}</Status>
          {returned ? (
            <span>
              {t('back', {
                amount: money(returned.amount),
                day: formatTime(returned.at, event.timezone, locale, 'day'),
              })}
            </span>
          ) : null}
          {returned === null && total !== null ? (
            <span>
              {total === 0
                ? t('free')
                : state === 'eventCancelled'
                  ? t('owed', { amount: money(total) })
                  : money(total)}
            </span>
          ) : null}
        </p>
      </Link>
    </li>
  );
}
