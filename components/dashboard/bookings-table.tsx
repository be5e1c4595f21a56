import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import type { ShapeName } from '../ui/shape.tsx';
import { Status, type Tone } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';

const looks = {
  held: { shape: 'hourglass', tone: 'mute' },
  paying: { shape: 'hourglass', tone: 'accent' },
  awaiting_payment: { shape: 'half', tone: 'warn' },
  confirmed: { shape: 'circle', tone: 'ok' },
  released: { shape: 'bar', tone: 'mute' },
  expired: { shape: 'bar', tone: 'mute' },
  refunded: { shape: 'square', tone: 'warn' },
  cancelled: { shape: 'cross', tone: 'bad' },
} as const satisfies Record<string, { shape: ShapeName; tone: Tone }>;

export type BookingRowStatus = keyof typeof looks;

export type BookingRow = {
  reference: string;
  event: { title: string; timezone: string };
  buyerName: string | null;
  buyerEmail: string | null;
  status: BookingRowStatus;
  tickets: number;
  /** Minor units. */
  total: number;
  currency: string;
  createdAt: Date;
};

/** Bookings, a line each. */
export function BookingsTable({
  bookings,
  hrefOf,
}: {
  bookings: BookingRow[];
  /** Where one is shown, by its reference; none is without it. */
  hrefOf?: (reference: string) => string;
}) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  return (
    <Table
      caption={t('bookings')}
      columns={[
        { key: 'buyer', label: t('bookingsTable.buyer') },
        { key: 'booking', label: t('bookingsTable.booking'), from: 'tablet' },
        { key: 'event', label: t('bookingsTable.event'), from: 'tablet' },
        { key: 'tickets', label: t('bookingsTable.tickets'), number: true },
        { key: 'total', label: t('bookingsTable.total'), number: true },
        { key: 'status', label: t('bookingsTable.status'), from: 'tablet' },
        { key: 'when', label: t('bookingsTable.when'), from: 'desk' },
      ]}
      rows={bookings.map((booking) => {
        return {
          key: booking.reference,
          cells: {
            booking: <code className="font-text">{booking.reference}</code>,
            buyer: (
              <>
                {hrefOf ? (
                  <a
                    href={hrefOf(booking.reference)}
                    className="block font-[620] [overflow-wrap:anywhere] hover:underline"
                  >
                    {booking.buyerName ?? booking.reference}
                  </a>
                ) : booking.buyerName ? (
                  <span className="block font-[620] [overflow-wrap:anywhere]">{booking.buyerName}</span>
                ) : (
                  <span className="block text-ink-3">{t('bookingsTable.nobody')}</span>
                )}
                {booking.buyerEmail ? (
                  <span className="block text-ink-2 [overflow-wrap:anywhere]">{booking.buyerEmail}</span>
                ) : null}
                <span className="block text-ink-2 tablet:hidden">{booking.event.title}</span>
                <span className="block tablet:hidden">
                  <BookingStatus status={booking.status} />
                </span>
              </>
            ),
            event: booking.event.title,
            tickets: booking.tickets,
            total:
              booking.total === 0
                ? t('bookingsTable.free')
                : formatMoney(booking.total, booking.currency, locale),
            status: <BookingStatus status={booking.status} />,
            when: (
              <time dateTime={booking.createdAt.toISOString()} className="whitespace-nowrap">
                {formatTime(booking.createdAt, booking.event.timezone, locale, 'fullDayTime')}
              </time>
            ),
          },
        };
      })}
    />
  );
}

// messages: dashboard.bookingStatus.*
export function BookingStatus({ status }: { status: BookingRowStatus }) {
  const t = useTranslations('dashboard.bookingStatus');
  return <Status {...looks[status]}>{t(status)}</Status>;
}
