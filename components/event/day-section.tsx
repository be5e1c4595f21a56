import { useLocale } from 'next-intl';
import { dayShapes, slotSpans } from './day-shapes.ts';
import { type CardEvent, EventCard } from './event-card.tsx';

/**
 * What is far below the window is neither laid out nor drawn, nor are its posters fetched; about so much room is kept for
 * it. What is kept apart like this is cut off at its edge, so the edge lies outside the rings of focus.
 */
const notYetSeen =
  '-mx-2 -mt-2 px-2 pt-2 [content-visibility:auto] [contain-intrinsic-block-size:auto_calc(var(--events)*165px)] ' +
  'tablet:[contain-intrinsic-block-size:auto_calc(var(--event-rows)*440px)]';

/** One day of the list: the date, and what is on. */
export function DaySection({
  date,
  events,
  early = false,
}: {
  date: string;
  events: readonly CardEvent[];
  /** The first day of a page: its first row is seen at once. */
  early?: boolean;
}) {
  const slots = dayShapes(events.length);
  return (
    <section className="border-t-[1.5px] border-rule pt-[18px] pb-5 tablet:grid tablet:grid-cols-[84px_minmax(0,1fr)] tablet:gap-x-[var(--gutter)] tablet:pb-14 desk:grid-cols-9">
      <DateBlock date={date} />
      <div
        style={
          early ? undefined : { '--events': events.length, '--event-rows': Math.ceil(events.length / 3) }
        }
        className={`max-tablet:rows tablet:grid tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-9 desk:col-span-8 ${early ? '' : notYetSeen}`}
      >
        {events.map((event, index) => {
          const slot = slots[index];
          return (
            <EventCard
              key={event.slug}
              event={event}
              rowOnPhone
              withDay={false}
              early={early && index < 4}
              first={early && index === 0}
              {...(slot && { shape: slot.shape, className: slotSpans[slot.columns] })}
            />
          );
        })}
      </div>
    </section>
  );
}

/** Weekday, numeral, month: stacked, and on one line on a phone. */
function DateBlock({ date }: { date: string }) {
  const locale = useLocale();
  // A date without a zone: noon of it in UTC is that date whatever the server's own zone.
  const noon = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(noon);
  return (
    <h2 className="flex items-baseline gap-2 max-tablet:mb-2 tablet:sticky tablet:top-20 desk:top-4 tablet:block tablet:self-start">
      <span className="block text-t1 font-semibold">{part({ weekday: 'long' })}</span>{' '}
      <time
        dateTime={date}
        className="block font-display text-[2.125rem] leading-[0.86] font-[820] tracking-[-0.03em] [font-stretch:66%] tablet:text-[4rem]"
      >
        {part({ day: 'numeric' }).replace(/\D/g, '')}
      </time>{' '}
      <span className="block text-t1 font-semibold">{part({ month: 'long' })}</span>
    </h2>
  );
}
