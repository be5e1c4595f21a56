import type { ReactNode } from 'react';
import { type CardEvent, EventCard } from './event-card.tsx';

/** A row of posters under a heading: four across, two on a phone. Nothing at all when there is nothing. */
export function Shelf({
  title,
  more,
  events,
  early = false,
}: {
  title: ReactNode;
  more?: ReactNode;
  events: readonly CardEvent[];
  /** Its first row stands on the first screen. */
  early?: boolean;
}) {
  if (events.length === 0) return null;
  return (
    <section className="mt-[72px] tablet:mt-[var(--s7)]">
      <div className="section-head mb-6">
        <h2 className="display-t4">{title}</h2>
        {more}
      </div>
      <div className="grid grid-cols-2 gap-x-3.5 gap-y-8 tablet:grid-cols-4 tablet:gap-x-[var(--gutter)] tablet:gap-y-10">
        {events.map((event, index) => (
          <EventCard key={event.slug} event={event} early={early && index < 4} />
        ))}
      </div>
    </section>
  );
}
