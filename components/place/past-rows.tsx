import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime } from '#lib/time.ts';
import { type EventPoster, Poster } from '../event/poster.tsx';
import { SalesStatus } from '../event/sales-status.tsx';

export type PastEvent = {
  slug: string;
  title: string;
  /** BCP 47 tag of the title. */
  language: string;
  category: { name: string };
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
  const t = useTranslations('event');
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
            <h3
              lang={event.language}
              className="display-t3 decoration-2 underline-offset-4 group-hover:underline"
            >
              <Link
                prefetch={false}
                href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
                className="after:absolute after:inset-0"
              >
                {event.title}
              </Link>
            </h3>
            <p className="mt-0.5 text-15 text-ink-2">
              {event.category.name}
              {' · '}
              {event.venue
                ? t('card.place', { venue: event.venue.name, city: event.venue.city })
                : t('online')}
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
