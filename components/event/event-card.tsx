import { useLocale } from 'next-intl';
import { formatTime } from '#lib/time.ts';
import { EventPlace } from './event-place.tsx';
import { EventTitle } from './event-title.tsx';
import { type EventPoster, Poster } from './poster.tsx';
import { PriceFrom } from './price-from.tsx';
import { isGone, type SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';

export type CardEvent = {
  slug: string;
  title: string;
  summary: string;
  /** BCP 47 tag of title and summary. */
  language: string;
  startsAt: Date;
  /** IANA name. */
  timezone: string;
  /** Null: online. */
  venue: { name: string; city: string } | null;
  /** The cheapest and the dearest ticket in minor units, fees included; null when there are none. */
  priceFrom: number | null;
  priceTo: number | null;
  /** ISO 4217. */
  currency: string;
  state: SalesState;
  poster: EventPoster;
};

/**
 * How a card lies in its row. `poster` stands with its text below, `lying` has the text beside it, `alone` fills a row
 * and has room for a sentence. On a phone all of them are the same row.
 */
export type CardShape = 'poster' | 'lying' | 'alone';

const shapes: Record<CardShape, string> = {
  poster: '',
  lying: 'tablet:grid tablet:grid-cols-[2fr_1.6fr] tablet:gap-x-[var(--gutter)]',
  alone: 'tablet:grid tablet:grid-cols-[4fr_8fr] tablet:gap-x-[var(--gutter)]',
};

export function EventCard({
  event,
  shape = 'poster',
  rowOnPhone = false,
  early = false,
  first = false,
  withDay = true,
  className = '',
}: {
  event: CardEvent;
  shape?: CardShape;
  /** Poster at the left on a phone, for lists; without it the poster stands there too. */
  rowOnPhone?: boolean;
  /** Stands on the first screen, so its poster is fetched at once. */
  early?: boolean;
  /** The first of its page: fetched before all other pictures. */
  first?: boolean;
  /** False where the day stands above the card already. */
  withDay?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  const phone = rowOnPhone
    ? 'max-tablet:grid max-tablet:grid-cols-[108px_1fr] max-tablet:gap-x-4 max-tablet:py-3.5'
    : '';
  const standing = shape === 'poster' ? 'tablet:pt-3.5' : '';
  return (
    <article className={`group relative ${phone} ${shapes[shape]} ${className}`}>
      <div className="overflow-hidden self-start rounded-[2px]">
        <Poster
          poster={event.poster}
          name={event.slug}
          gone={isGone(event.state)}
          loading={early ? 'eager' : 'lazy'}
          first={first}
          className="transition-transform duration-[var(--slow)] ease-house group-hover:scale-[1.018]"
        />
      </div>
      <div className={`flex flex-col ${rowOnPhone ? '' : 'max-tablet:pt-3.5'} ${standing}`}>
        <p
          className={`flex gap-x-4 text-t1 font-semibold ${shape === 'alone' ? '' : 'justify-between'} flex-wrap`}
        >
          <time dateTime={event.startsAt.toISOString()} className={withDay ? '' : 'sr-only'}>
            {formatTime(event.startsAt, event.timezone, locale, 'day')}
          </time>
          <span className="tabular-nums">{formatTime(event.startsAt, event.timezone, locale, 'time')}</span>
        </p>
        <EventTitle
          event={event}
          className={`mt-[5px] ${shape === 'alone' ? 'display-t3 tablet:mt-2.5 tablet:display-t4 desk:display-t5' : 'display-t3'}`}
        />
        <p className="mt-[5px] text-15 text-ink-2">
          <EventPlace venue={event.venue} />
        </p>
        {shape === 'alone' ? (
          <p
            lang={event.language}
            className="mt-3.5 hidden max-w-[46ch] text-pretty tablet:block desk:text-t3 desk:leading-[1.4]"
          >
            {event.summary}
          </p>
        ) : null}
        <p
          className={`mt-2.5 flex flex-wrap items-center gap-y-1 text-15 font-[620] ${shape === 'alone' ? 'gap-x-6 max-tablet:justify-between' : 'justify-between gap-x-3'}`}
        >
          <PriceFrom from={event.priceFrom} to={event.priceTo} currency={event.currency} />
          {event.state.kind === 'on_sale' ? null : (
            <SalesStatus state={event.state} timezone={event.timezone} />
          )}
        </p>
      </div>
    </article>
  );
}
