import { useLocale } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import type { CardEvent } from './event-card.tsx';
import { EventPlace } from './event-place.tsx';
import { EventTitle } from './event-title.tsx';
import { PriceFrom } from './price-from.tsx';
import { SalesStatus } from './sales-status.tsx';

/** Events as lines: time and day where they are, title, place, price. */
export function Board({
  events,
  withDay = false,
}: {
  events: readonly CardEvent[];
  /** The day instead of the time, for what is not tonight; the time then stands with the place. */
  withDay?: boolean;
}) {
  const locale = useLocale();
  return (
    <ul className="rows mt-1.5">
      {events.map((event) => (
        <li
          key={event.slug}
          className="group relative grid grid-cols-[80px_1fr] items-baseline gap-x-3 py-4 tablet:grid-cols-[92px_1fr_auto] desk:grid-cols-[116px_1fr_auto] tablet:gap-x-5"
        >
          <time
            dateTime={event.startsAt.toISOString()}
            className="whitespace-nowrap font-display text-t4 leading-none font-bold tracking-[-0.01em] [font-stretch:72%]"
          >
            {formatTime(event.startsAt, event.timezone, locale, withDay ? 'dayMonth' : 'time')}
          </time>
          <EventTitle event={event} className="display-t4" />
          <p className="col-start-2 mt-[5px] text-15 text-ink-2">
            {/* Today elsewhere may be tomorrow here, so the day is said where the time stands alone. */}
            <span className="me-3 font-[620]">
              {formatTime(event.startsAt, event.timezone, locale, withDay ? 'time' : 'day')}
            </span>
            <EventPlace venue={event.venue} />
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
