import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime } from '#lib/time.ts';
import type { CardEvent } from './event-card.tsx';
import { PriceFrom } from './price-from.tsx';
import { SalesStatus } from './sales-status.tsx';

/** Events as lines: time, title, price. */
export function Board({
  events,
  withDay = false,
}: {
  events: readonly CardEvent[];
  /** The day instead of the time, for what is not tonight; the time then stands with the place. */
  withDay?: boolean;
}) {
  const t = useTranslations('event');
  const locale = useLocale();
  return (
    <ul className="rows mt-1.5">
      {events.map((event) => (
        <li
          key={event.slug}
          className="group relative grid grid-cols-[66px_1fr] items-baseline gap-x-3 py-4 tablet:grid-cols-[92px_1fr_auto] tablet:gap-x-5"
        >
          <time
            dateTime={event.startsAt.toISOString()}
            className="font-display text-t4 leading-none font-bold tracking-[-0.01em] [font-stretch:72%]"
          >
            {formatTime(event.startsAt, event.timezone, locale, withDay ? 'dayMonth' : 'time')}
          </time>
          <h3
            lang={event.language}
            className="display-t4 decoration-2 underline-offset-[5px] group-hover:underline"
          >
            <Link
              prefetch={false}
              href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
              className="after:absolute after:inset-0"
            >
              {event.title}
            </Link>
          </h3>
          <p className="col-start-2 mt-[5px] text-15 text-ink-2">
            {withDay ? (
              <span className="me-3 font-[620]">
                {formatTime(event.startsAt, event.timezone, locale, 'time')}
              </span>
            ) : null}
            {event.venue ? t('card.place', { venue: event.venue.name, city: event.venue.city }) : t('online')}
          </p>
          <p className="col-start-2 mt-1.5 flex flex-wrap justify-between gap-x-4 gap-y-1 text-15 font-[620] tablet:col-start-3 tablet:row-span-2 tablet:row-start-1 tablet:mt-0 tablet:flex-col tablet:items-end">
            <PriceFrom from={event.priceFrom} to={event.priceTo} currency={event.currency} />
            {event.state.kind === 'on_sale' ? null : (
              <SalesStatus state={event.state} timezone={event.timezone} />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
