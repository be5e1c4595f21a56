import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import type { ShapeName } from '../ui/shape.tsx';
import { Status, type Tone } from '../ui/status.tsx';

export type RowBooking = {
  reference: string;
  status: 'held' | 'paying' | 'awaiting_payment' | 'confirmed' | 'refunded' | 'cancelled';
  tickets: number;
  /** Minor units of `currency`. */
  total: number;
  currency: string;
  event: { title: string; startsAt: Date; timezone: string; place: string | null };
  eventStatus: 'draft' | 'published' | 'postponed' | 'cancelled';
};

const looks: Record<RowBooking['status'], { shape: ShapeName; tone: Tone }> = {
  held: { shape: 'hourglass', tone: 'warn' },
  paying: { shape: 'hourglass', tone: 'warn' },
  awaiting_payment: { shape: 'hourglass', tone: 'warn' },
  confirmed: { shape: 'circle', tone: 'ok' },
  refunded: { shape: 'square', tone: 'mute' },
  cancelled: { shape: 'cross', tone: 'bad' },
};

/** One booking in a list: when, what, how many, and how it stands. */
export function BookingRow({ booking }: { booking: RowBooking }) {
  const t = useTranslations('booking.list');
  const locale = useLocale();
  const { reference, status, event, eventStatus } = booking;
  return (
    <li className="border-b border-hairline">
      <Link
        href={{ pathname: '/bookings/[reference]', params: { reference } }}
        className="grid gap-x-6 gap-y-1 py-4 hover:underline tablet:grid-cols-[180px_1fr_auto]"
      >
        <span className="font-[620] tabular-nums">
          {formatTime(event.startsAt, event.timezone, locale, 'date')},{' '}
          {formatTime(event.startsAt, event.timezone, locale, 'time')}
        </span>
        <span>
          <span className="display-t3 block">{event.title}</span>
          {event.place ? <span className="text-15 text-ink-2">{event.place}</span> : null}
        </span>
        <span className="text-15 tabular-nums tablet:text-end">
          {t('tickets', { count: booking.tickets })},{' '}
          {booking.total === 0 ? t('free') : formatMoney(booking.total, booking.currency, locale)}
          <span className="mt-1 block">
            {eventStatus === 'cancelled' || eventStatus === 'postponed' ? (
              <Status shape="cross" tone="bad">
                {t(eventStatus === 'cancelled' ? 'eventCancelled' : 'eventPostponed')}
              </Status>
            ) : (
              <Status {...looks[status]}>{t(`status.${status}`)}</Status>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
