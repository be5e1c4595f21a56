import { useLocale } from 'next-intl';
import { dayShapes, slotSpans } from './day-shapes.ts';
import { type CardEvent, EventCard } from './event-card.tsx';

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
      <div className="max-tablet:rows tablet:grid tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-9 desk:col-span-8">
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
