import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import type { SalesState } from '../event/sales-state.ts';
import { SalesStatus } from '../event/sales-status.tsx';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';

export type EventRow = {
  id: string;
  title: string;
  /** Its page in the dashboard. */
  href: string;
  /** Null for whoever may not see bookings. */
  bookingsHref: string | null;
  draft: boolean;
  /** Why an admin has taken it down; null for an event that nobody has. */
  takenDownReason: string | null;
  state: SalesState;
  startsAt: Date;
  timezone: string;
  venue: { name: string; city: string } | null;
  currency: string;
  sold: number;
  held: number;
  capacity: number;
  /** Minor units. */
  revenue: number;
};

/** An organizer's events with what is sold, what lies in carts, and how many places there are. */
export function EventsTable({ events }: { events: EventRow[] }) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return (
    <Table
      caption={t('events')}
      columns={[
        { key: 'event', label: t('eventsTable.event') },
        { key: 'date', label: t('eventsTable.date'), from: 'tablet' },
        { key: 'sold', label: t('eventsTable.sold'), number: true },
        { key: 'held', label: t('eventsTable.held'), number: true, from: 'tablet' },
        { key: 'revenue', label: t('eventsTable.revenue'), number: true, from: 'tablet' },
        { key: 'status', label: t('eventsTable.status'), from: 'desk' },
      ]}
      rows={events.map((event) => {
        const date = formatTime(event.startsAt, event.timezone, locale, 'fullDayTime');
        return {
          key: event.id,
          cells: {
            event: (
              <>
                <a href={event.href} className="font-[620] [overflow-wrap:anywhere] hover:underline">
                  {event.title}
                </a>
                <span className="block text-ink-2 tablet:hidden">{date}</span>
                <span className="block text-ink-2">
                  {event.venue ? `${event.venue.name}, ${event.venue.city}` : t('eventsTable.online')}
                </span>
                <span className="block desk:hidden">
                  <EventStatus event={event} />
                </span>
                {event.takenDownReason === null ? null : (
                  <span className="block max-w-[60ch] [overflow-wrap:anywhere]">
                    {t('eventsTable.takenDown', { reason: event.takenDownReason })}
                  </span>
                )}
              </>
            ),
            date: (
              <time dateTime={event.startsAt.toISOString()} className="whitespace-nowrap">
                {date}
              </time>
            ),
            sold: <Sold event={event} />,
            held: number.format(event.held),
            revenue: formatMoney(event.revenue, event.currency, locale),
            status: <EventStatus event={event} />,
          },
        };
      })}
    />
  );
}

/** How many are sold of all places, as a figure and as a line. */
function Sold({ event }: { event: EventRow }) {
  const t = useTranslations('dashboard.eventsTable');
  const words = t('soldOf', { sold: event.sold, capacity: event.capacity });
  const part = event.capacity === 0 ? 0 : Math.min(100, (event.sold / event.capacity) * 100);
  return (
    <span className="inline-grid justify-items-end gap-1 whitespace-nowrap">
      {event.bookingsHref ? (
        <a
          href={event.bookingsHref}
          aria-label={t('soldLink', { soldOf: words })}
          className="hover:underline"
        >
          {words}
        </a>
      ) : (
        words
      )}
      <span aria-hidden="true" className="block h-1 w-20 bg-hairline">
        <span className="block h-full bg-ink" style={{ width: `${part}%` }} />
      </span>
    </span>
  );
}

function EventStatus({ event }: { event: EventRow }) {
  const t = useTranslations('dashboard.eventStatus');
  if (event.takenDownReason !== null) {
    return (
      <Status shape="cross" tone="bad">
        {t('taken_down')}
      </Status>
    );
  }
  if (!event.draft) return <SalesStatus state={event.state} timezone={event.timezone} />;
  return (
    <Status shape="bar" tone="mute">
      {t('draft')}
    </Status>
  );
}
