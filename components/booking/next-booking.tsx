import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { formatTime, type TimeFormat } from '#lib/time.ts';
import { Poster } from '../event/poster.tsx';
import { buttonClass } from '../ui/button.tsx';
import { type ListedBooking, placeOf } from './listed-booking.ts';

/** The booking that comes first, as large as it matters: day, place, and the way to its tickets. */
export function NextBooking({
  booking,
  day,
}: {
  booking: ListedBooking;
  day: 'today' | 'tomorrow' | 'later';
}) {
  const t = useTranslations('booking.list');
  const locale = useLocale();
  const { event } = booking;
  const show = (format: TimeFormat, instant = event.startsAt) =>
    formatTime(instant, event.timezone, locale, format);
  return (
    <article
      className="tinted mb-14 grid grid-cols-[104px_minmax(0,1fr)] gap-x-4 gap-y-5 rounded bg-tint-field p-4 text-tint-ink tablet:grid-cols-[200px_minmax(0,1fr)] tablet:grid-rows-[1fr_auto] tablet:gap-x-8 tablet:p-7"
      style={{ '--hue': booking.poster.hue }}
    >
      <div className="tablet:row-span-2">
        <Poster poster={booking.poster} first />
      </div>
      <div className="min-w-0">
        <time dateTime={event.startsAt.toISOString()} className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <span className="ticket-day">{show('dayNumber')}</span>
          <span className="pb-1 text-15 leading-[1.25]">
            <b className="display-t3 block">{t(`day.${day}`, { month: show('month') })}</b>
            {show('weekday')}, {show('time')}
            {event.doorsAt ? `, ${t('doors', { time: show('time', event.doorsAt) })}` : null}
          </span>
        </time>
        <h2 lang={event.language} className="display-t4 mt-5 hyphens-auto [overflow-wrap:anywhere]">
          {softHyphens(event.title, event.language)}
        </h2>
        <p className="mt-1.5 text-tint-ink-2">
          {event.venue ? `${event.venue.name}, ${event.venue.city}` : t('online')}
          {booking.offered > 0 ? (
            <span className="block">{t('offered', { count: booking.offered })}</span>
          ) : null}
        </p>
      </div>
      <p className="col-span-full tablet:col-start-2 tablet:self-end">
        <Link href={placeOf(booking)} className={`${buttonClass()} max-tablet:w-full`}>
          {t('show', { count: booking.tickets })}
        </Link>
      </p>
    </article>
  );
}
