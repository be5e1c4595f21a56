import type { ReactNode } from 'react';
import { shelfShapes, slotSpans } from './day-shapes.ts';
import { type CardEvent, EventCard } from './event-card.tsx';

/**
 * Posters under a heading: four across, two on a phone, without a hole in a row. Nothing at all when there is nothing.
 */
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
  const slots = shelfShapes(events.length);
  return (
    <section className="mt-[72px] tablet:mt-[var(--s7)]">
      <div className="section-head mb-6">
        <h2 className="display-t4">{title}</h2>
        {more}
      </div>
      <div className="grid grid-cols-2 gap-x-3.5 gap-y-8 tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-10">
        {events.map((event, index) => {
          const slot = slots[index];
          const odd = index === 0 && events.length % 2 === 1;
          return (
            <EventCard
              key={event.slug}
              event={event}
              rowOnPhone={odd}
              early={early && index < 4}
              {...(slot && {
                shape: slot.shape,
                className: `${slotSpans[slot.columns]} ${odd ? 'max-tablet:col-span-2 max-tablet:pt-0!' : ''}`,
              })}
            />
          );
        })}
      </div>
    </section>
  );
}
