import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime, localDate, zoneName } from '#lib/time.ts';
import { LocalTime } from './local-time.tsx';
import { mapAddress } from './map-address.ts';
import { PosterBlock } from './poster-block.tsx';
import { isGone, type SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';

export type HeaderEvent = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  category: { slug: string; name: string };
  organizer: { name: string };
  venue: {
    name: string;
    address: string;
    city: string;
    country: string;
    latitude: number;
    longitude: number;
  } | null;
  doorsAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
};

/** A long title steps down, so that the statement stays on the first screen. */
const titleSize = (title: string) =>
  title.length > 60 ? 'display-t4' : title.length > 28 ? 'display-t5' : 'display-t6';

/** Poster, title, when and where. Lies on the tinted band. */
export function EventHeader({ event, state }: { event: HeaderEvent; state: SalesState }) {
  const t = useTranslations('event');
  return (
    <div className="grid grid-cols-1 gap-[18px] pt-4 pb-7 text-tint-ink tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-5 tablet:pt-5 tablet:pb-8 desk:grid-cols-8 desk:gap-y-8 desk:pt-[30px] desk:pb-[var(--s6)]">
      <header className="tablet:col-span-full">
        <p className="mb-3.5 flex flex-wrap items-center gap-x-5 gap-y-1 font-[620]">
          <span>
            {t.rich('by', {
              category: event.category.name,
              organizer: event.organizer.name,
              kind: (words) => (
                <Link
                  prefetch={false}
                  href={{ pathname: '/events', query: { category: event.category.slug } }}
                  className="-my-2.5 inline-block min-w-11 py-2.5 underline decoration-1 underline-offset-[3px] hover:decoration-2"
                >
                  {words}
                </Link>
              ),
            })}
          </span>
          <SalesStatus state={state} timezone={event.timezone} onTint />
        </p>
        <h1
          lang={event.language}
          className={`${titleSize(event.title)} hyphens-auto! [hyphenate-limit-chars:12_5_5]`}
        >
          {event.title}
        </h1>
      </header>
      <PosterBlock
        slug={event.slug}
        title={event.title}
        language={event.language}
        gone={isGone(state)}
        low
        colours="bg-tint-ink text-tint-field"
        className="max-tablet:order-first tablet:col-span-5 desk:col-span-4"
      />
      <div className="flex flex-col tablet:col-span-7 tablet:ps-2 desk:col-span-4">
        <p lang={event.language} className="lead">
          {event.summary}
        </p>
        {/* On a phone when and where come first: they are what belongs on the first screen. */}
        <dl className="mt-auto grid pt-5 max-tablet:order-first max-tablet:pt-0 max-tablet:pb-1">
          <When event={event} struck={state.kind === 'cancelled' || state.kind === 'postponed'} />
          <Where event={event} />
        </dl>
      </div>
    </div>
  );
}

const fact = 'border-t border-tint-line pt-3.5 pb-[18px]';
const term = 'mb-1 text-t1 text-tint-ink-2';

function When({ event, struck }: { event: HeaderEvent; struck: boolean }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const { startsAt, endsAt, doorsAt, timezone, venue } = event;
  const at = (instant: Date) =>
    formatTime(
      instant,
      timezone,
      locale,
      localDate(instant, timezone) === localDate(startsAt, timezone) ? 'time' : 'dayTime',
    );
  const day = formatTime(startsAt, timezone, locale, 'longDay');
  const time = formatTime(startsAt, timezone, locale, 'time');
  const zone = zoneName(startsAt, timezone, locale);
  const zoneAtEnd = zoneName(endsAt, timezone, locale);
  const city = venue?.city ?? timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone;
  return (
    <div className={fact}>
      <dt className={term}>{t('when')}</dt>
      <dd className="text-17">
        <strong className="display-t4 mb-1.5 block [text-wrap:wrap]">
          <time dateTime={startsAt.toISOString()} className={struck ? 'line-through decoration-2' : ''}>
            {day}, <span className="whitespace-nowrap">{time}</span>
          </time>
        </strong>
        {doorsAt ? t('doorsAndEnd', { doors: at(doorsAt), end: at(endsAt) }) : t('end', { end: at(endsAt) })}
        <br />
        {zone === zoneAtEnd
          ? t('zone', { city, zone })
          : t('zoneChanges', { city, start: zone, end: zoneAtEnd })}
        <LocalTime
          startsAt={startsAt}
          timezone={timezone}
          words={t('viewer', { time: '{time}', zone: '{zone}' })}
        />
      </dd>
    </div>
  );
}

function Where({ event: { venue } }: { event: HeaderEvent }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const country = venue ? new Intl.DisplayNames(locale, { type: 'region' }).of(venue.country) : undefined;
  return (
    <div className={fact}>
      <dt className={term}>{t('where')}</dt>
      <dd className="text-17">
        <strong className="display-t4 mb-1.5 block">{venue ? venue.name : t('online')}</strong>
        {venue ? (
          <>
            {venue.address}, {venue.city}, {country}
            <br />
            <a
              href={mapAddress(venue)}
              rel="noopener noreferrer"
              className="inline-flex min-h-11 min-w-11 items-center underline underline-offset-[3px] hover:decoration-2"
            >
              {t('map')}
            </a>
          </>
        ) : (
          t('onlineText')
        )}
      </dd>
    </div>
  );
}
