import { useLocale } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import type { CardEvent } from './event-card.tsx';
import { EventTitle } from './event-title.tsx';
import { Poster } from './poster.tsx';
import { PriceFrom } from './price-from.tsx';

/** An event in a narrow place: a small poster, title, day and price. */
export function EventLine({ event }: { event: CardEvent }) {
  const locale = useLocale();
  return (
    <article className="group relative grid grid-cols-[72px_1fr] gap-x-3.5">
      <Poster poster={event.poster} />
      <div>
        <EventTitle event={event} className="display-t3" />
        <p className="mt-1 text-15 text-ink-2">
          <time dateTime={event.startsAt.toISOString()}>
            {formatTime(event.startsAt, event.timezone, locale, 'dayTime')}
          </time>
        </p>
        <p className="mt-1 text-15 font-[620]">
          <PriceFrom from={event.priceFrom} to={event.priceTo} currency={event.currency} />
        </p>
      </div>
    </article>
  );
}
