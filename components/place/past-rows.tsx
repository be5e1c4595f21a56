import { useLocale } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import { EventPlace } from '../event/event-place.tsx';
import { EventTitle } from '../event/event-title.tsx';
import { type EventPoster, Poster } from '../event/poster.tsx';
import { SalesStatus } from '../event/sales-status.tsx';

export type PastEvent = {
  slug: string;
  title: string;
  /** BCP 47 tag of the title. */
  language: string;
  /** What one event of it is called. */
  category: { kind: string };
  /** Null: online. */
  venue: { name: string; city: string } | null;
  startsAt: Date;
  /** IANA name. */
  timezone: string;
  cancelled: boolean;
  poster: EventPoster;
};

/** What is over: a small poster, the title, and when and where it was. */
export function PastRows({ events }: { events: readonly PastEvent[] }) {
  const locale = useLocale();
  return (
    <ul className="rows mt-3">
      {events.map((event) => (
        <li
          key={event.slug}
          className="group relative grid grid-cols-[48px_1fr] items-center gap-x-4 gap-y-1 py-3 tablet:grid-cols-[48px_1fr_auto]"
        >
          <Poster poster={event.poster} gone className="row-span-2" />
          <div>
            <EventTitle event={event} className="display-t3" />
            <p className="mt-0.5 text-15 text-ink-2">
              {event.category.kind}
              {' · '}
              <EventPlace venue={event.venue} />
            </p>
          </div>
          <p className="flex flex-wrap items-center gap-x-4 text-15 max-tablet:col-start-2 tablet:flex-col tablet:items-end">
            <time dateTime={event.startsAt.toISOString()} className={event.cancelled ? 'line-through' : ''}>
              {formatTime(event.startsAt, event.timezone, locale, 'date')}
            </time>
            {event.cancelled ? <SalesStatus state={{ kind: 'cancelled' }} timezone={event.timezone} /> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
