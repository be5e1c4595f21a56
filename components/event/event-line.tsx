import { useLocale } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime } from '#lib/time.ts';
import type { CardEvent } from './event-card.tsx';
import { Poster } from './poster.tsx';
import { PriceFrom } from './price-from.tsx';

/** An event in a narrow place: a small poster, title, day and price. */
export function EventLine({ event }: { event: CardEvent }) {
  const locale = useLocale();
  return (
    <article className="group relative grid grid-cols-[72px_1fr] gap-x-3.5">
      <Poster poster={event.poster} />
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
