import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { formatTime, isNamedZone, localDate, zoneName } from '#lib/time.ts';
import { townLine } from '../place/town-line.ts';
import { accentRoom } from '../ui/accent-room.ts';
import { LocalTime } from './local-time.tsx';
import { mapAddress } from './map-address.ts';
import { type EventPoster, Poster } from './poster.tsx';
import { isGone, type SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';
import { ShareLink } from './share-link.tsx';
import { loudState, StateWords } from './state-words.tsx';

export type HeaderEvent = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  category: { slug: string; kind: string };
  /** While they are suspended, neither they nor their venue have a page. */
  organizer: { slug: string; name: string; suspended: boolean };
  venue: {
    slug: string;
    name: string;
    address: string;
    postcode: string;
    city: string;
    country: string;
    latitude: number;
    longitude: number;
  } | null;
  doorsAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  statusReason: string | null;
  cancelledAt: Date | null;
  ageNote: string | null;
  poster: EventPoster;
};

/** A long title steps down, so that the statement stays on the first screen. */
const titleSize = (title: string) =>
  title.length > 90 ? 'display-t4 desk:display-t5' : title.length > 28 ? 'display-t5' : 'display-t6';

/** Poster, title, when and where. Lies on the tinted band. */
export function EventHeader({
  event,
  state,
  now,
}: {
  event: HeaderEvent;
  state: SalesState;
  /** The server's time: a date that is near needs no year. */
  now: Date;
}) {
  const t = useTranslations('event');
  const loud = loudState(state);
  return (
    <div className="grid grid-cols-1 gap-[18px] pt-4 pb-7 text-tint-ink min-[560px]:max-tablet:grid-cols-[min(38%,60svh)_1fr] min-[560px]:max-tablet:grid-rows-[auto_1fr] min-[560px]:max-tablet:gap-x-6 tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-5 tablet:pt-5 tablet:pb-8 desk:grid-cols-8 desk:gap-y-8 desk:pt-[30px] desk:pb-[var(--s6)]">
      <header className="min-w-0 tablet:col-span-full">
        <p className="mb-3.5 flex flex-wrap items-center gap-x-5 gap-y-1 font-[620]">
          <span>
            {t.rich('by', {
              category: event.category.kind,
              organizer: event.organizer.name,
              kind: (words) => (
                <Link
                  prefetch={false}
                  href={{ pathname: '/events', query: { category: event.category.slug } }}
                  className="-my-2.5 inline-block py-2.5 underline decoration-1 underline-offset-[3px] hover:decoration-2"
                >
                  {words}
                </Link>
              ),
              who: (words) =>
                event.organizer.suspended ? (
                  words
                ) : (
                  <Link
                    prefetch={false}
                    href={{ pathname: '/organizers/[slug]', params: { slug: event.organizer.slug } }}
                    className="-my-2.5 inline-block py-2.5 underline decoration-1 underline-offset-[3px] hover:decoration-2"
                  >
                    {words}
                  </Link>
                ),
            })}
          </span>
          {loud ? null : <SalesStatus state={state} timezone={event.timezone} onTint />}
        </p>
        <h1
          lang={event.language}
          className={`${titleSize(event.title)} ${accentRoom(event.title)} hyphens-auto! [overflow-wrap:anywhere] [hyphenate-limit-chars:12_5_5]`}
        >
          {softHyphens(event.title, event.language)}
        </h1>
      </header>
      <div className="max-tablet:order-first min-[560px]:max-tablet:row-span-2 tablet:col-span-5 desk:col-span-4 tablet:[@media(max-height:560px)]:max-w-[72svh]">
        <Poster poster={event.poster} name={event.slug} gone={isGone(state)} first />
      </div>
      <div className="flex min-w-0 flex-col tablet:col-span-7 tablet:ps-2 desk:col-span-4">
        {loud ? <StateWords state={loud} reason={event.statusReason} language={event.language} /> : null}
        <p
          lang={event.language}
          className={`[overflow-wrap:anywhere] ${loud ? 'text-17 max-w-[44ch]' : 'lead desk:text-[1.5rem] desk:leading-[1.28]'}`}
        >
          {event.summary}
        </p>
        {/* On a phone when and where belong on the first screen, after what is out of the ordinary. */}
        <dl
          className={`mt-auto grid pt-5 ${loud ? '' : 'max-tablet:order-first max-tablet:pt-0 max-tablet:pb-1'}`}
        >
          <When event={event} state={state} now={now} />
          <Where event={event} />
          {event.ageNote && !loud ? (
            <div className={`${fact} max-desk:hidden`}>
              <dt className={term}>{t('age')}</dt>
              <dd lang={event.language} className="text-17">
                {event.ageNote}
              </dd>
            </div>
          ) : null}
        </dl>
      </div>
    </div>
  );
}

const fact = 'min-w-0 border-t border-tint-line pt-3.5 pb-[18px] [overflow-wrap:anywhere]';
const term = 'mb-1 text-t1 text-tint-ink-2';

/** For this long from now a day and a month are enough, in milliseconds. */
const NEAR = 300 * 86_400_000;

function When({ event, state, now }: { event: HeaderEvent; state: SalesState; now: Date }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const { startsAt, endsAt, doorsAt, timezone, venue, cancelledAt } = event;
  const cancelled = state.kind === 'cancelled';
  const struck = cancelled || state.kind === 'postponed';
  const at = (instant: Date) =>
    formatTime(
      instant,
      timezone,
      locale,
      localDate(instant, timezone) === localDate(startsAt, timezone) ? 'time' : 'dayTime',
    );
  const hours = (() => {
    if (cancelled && cancelledAt) {
      return t('calledOff', { day: formatTime(cancelledAt, timezone, locale, 'dayTime') });
    }
    if (state.kind === 'past') return t('ended', { end: at(endsAt) });
    return doorsAt
      ? t('doorsAndEnd', { doors: at(doorsAt), end: at(endsAt) })
      : t('end', { end: at(endsAt) });
  })();
  const ahead = startsAt.getTime() - now.getTime();
  const day = formatTime(startsAt, timezone, locale, ahead > 0 && ahead < NEAR ? 'nearDay' : 'longDay');
  const time = formatTime(startsAt, timezone, locale, 'time');
  const zone = zoneName(startsAt, timezone, locale);
  const zoneAtEnd = zoneName(endsAt, timezone, locale);
  const city = venue?.city ?? timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone;
  return (
    <div className={fact}>
      <dt className={term}>{cancelled ? t('was') : t('when')}</dt>
      <dd className="text-17">
        <strong className="display-t4 mb-1.5 block [text-wrap:wrap]">
          <time dateTime={startsAt.toISOString()} className={struck ? 'line-through decoration-2' : ''}>
            {day}, <span className="whitespace-nowrap">{t('clock', { time })}</span>
          </time>
        </strong>
        {struck ? (
          // Doors, zone and local time of a date that does not hold would only be taken for it.
          cancelled && cancelledAt ? (
            hours
          ) : null
        ) : (
          <>
            {hours}
            <br />
            {zone === zoneAtEnd
              ? t('zone', { city, zone: isNamedZone(zone) ? zone : 'none' })
              : t('zoneChanges', { city, start: zone, end: zoneAtEnd })}
            <LocalTime
              startsAt={startsAt}
              timezone={timezone}
              words={t('viewer', { time: '{time}', zone: '{zone}' })}
            />
          </>
        )}
      </dd>
    </div>
  );
}

function Where({ event: { title, venue, organizer } }: { event: HeaderEvent }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const country = venue ? new Intl.DisplayNames(locale, { type: 'region' }).of(venue.country) : undefined;
  return (
    <div className={fact}>
      <dt className={term}>{t('where')}</dt>
      <dd className="text-17">
        <strong className="display-t4 mb-1.5 block">
          {venue && organizer.suspended ? venue.name : null}
          {venue && !organizer.suspended ? (
            <Link
              prefetch={false}
              href={{ pathname: '/venues/[slug]', params: { slug: venue.slug } }}
              className="decoration-2 underline-offset-[5px] hover:underline"
            >
              {venue.name}
            </Link>
          ) : null}
          {venue ? null : t('online')}
        </strong>
        {venue ? (
          <>
            {venue.address}, {townLine(venue)}, {country}
            <br />
            <a
              href={mapAddress(venue)}
              rel="noopener noreferrer"
              className="me-6 inline-flex min-h-11 min-w-11 items-center underline underline-offset-[3px] hover:decoration-2"
            >
              {t('map')}
            </a>
          </>
        ) : (
          <>
            {t('onlineText')}
            <br />
          </>
        )}
        <ShareLink title={title} words={{ share: t('share.share'), copied: t('share.copied') }} />
      </dd>
    </div>
  );
}
