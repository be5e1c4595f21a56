import { useLocale, useTranslations } from 'next-intl';
import { formatTime, isNamedZone, zoneName } from '#lib/time.ts';

export type FactsEvent = {
  startsAt: Date;
  doorsAt: Date | null;
  timezone: string;
  /** Of the organizer's words, a BCP 47 tag. */
  language: string;
  /** Who is let in. */
  ageNote: string | null;
  /** For a confirmed booking of an online event. */
  onlineUrl: string | null;
  venue: { name: string; address: string; city: string } | null;
};

/** When and where, in the event's own time with the zone named. */
export function BookingFacts({ event }: { event: FactsEvent }) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const { venue, startsAt, doorsAt, timezone } = event;
  const zone = zoneName(startsAt, timezone, locale);
  return (
    <dl className="grid gap-5 border-t-[1.5px] border-rule pt-5 pb-6 [overflow-wrap:anywhere] break-inside-avoid [&>*]:min-w-0">
      <div>
        <dt className="text-15 text-ink-2">{t('when')}</dt>
        <dd className="display-t3">{formatTime(startsAt, timezone, locale, 'dayTime')}</dd>
        {doorsAt ? (
          <dd className="text-15">{t('doors', { time: formatTime(doorsAt, timezone, locale, 'time') })}</dd>
        ) : null}
        <dd className="text-15">
          {venue ? t('zone', { city: venue.city, zone: isNamedZone(zone) ? zone : 'none' }) : zone}
        </dd>
      </div>
      <div>
        <dt className="text-15 text-ink-2">{t('where')}</dt>
        <dd className="display-t3">{venue?.name ?? t('online')}</dd>
        {venue ? (
          <dd className="text-15">
            {venue.address}, {venue.city}
          </dd>
        ) : null}
        {event.onlineUrl ? (
          <dd>
            <a className="link inline-flex min-h-11 items-center" href={event.onlineUrl}>
              {t('join')}
            </a>
          </dd>
        ) : null}
      </div>
      {event.ageNote ? (
        <div>
          <dt className="text-15 text-ink-2">{t('age')}</dt>
          <dd lang={event.language}>{event.ageNote}</dd>
        </div>
      ) : null}
    </dl>
  );
}
