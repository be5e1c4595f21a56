import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';
import { dayShapes, slotSpans } from '../event/day-shapes.ts';
import { type CardEvent, EventCard } from '../event/event-card.tsx';
import { type PastEvent, PastRows } from './past-rows.tsx';

/** What comes at a place or from an organizer, as posters, and what was, as rows. */
export function Programme({
  name,
  upcoming,
  past,
  complete,
  manyPlaces = false,
}: {
  /** What to search for to find all of it. */
  name: string;
  upcoming: readonly CardEvent[];
  past: readonly PastEvent[];
  /** False when there is more to come than stands here. */
  complete: boolean;
  /** Whether times are those of several places, which has to be said. */
  manyPlaces?: boolean;
}) {
  const t = useTranslations('places');
  const slots = dayShapes(upcoming.length);
  return (
    <>
      <section aria-labelledby="upcoming">
        <div className="section-head mb-6 flex-wrap gap-y-1!">
          <h2 id="upcoming" className="display-t4">
            {t('upcoming')}
          </h2>
          {upcoming.length > 0 && manyPlaces ? <p className="text-t1 text-ink-2">{t('localTimes')}</p> : null}
        </div>
        {upcoming.length > 0 ? (
          <div className="max-tablet:rows tablet:grid tablet:grid-cols-12 tablet:gap-x-[var(--gutter)] tablet:gap-y-10">
            {upcoming.map((event, index) => {
              const slot = slots[index];
              return (
                <EventCard
                  key={event.slug}
                  event={event}
                  rowOnPhone
                  early={index < 3}
                  {...(slot && { shape: slot.shape, className: slotSpans[slot.columns] })}
                />
              );
            })}
          </div>
        ) : (
          <p className="lead">{t('nothing')}</p>
        )}
        {upcoming.length > 0 && complete ? null : (
          <p className="mt-6">
            <Link
              prefetch={false}
              href={upcoming.length > 0 ? { pathname: '/events', query: { q: name } } : '/events'}
              className="link inline-flex min-h-11 items-center"
            >
              {upcoming.length > 0 ? t('allUpcoming') : t('elsewhere')}
            </Link>
          </p>
        )}
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="past" className="mt-[72px] tablet:mt-[var(--s7)]">
          <h2 id="past" className="section-head display-t4">
            {t('past')}
          </h2>
          <PastRows events={past} />
        </section>
      ) : null}
    </>
  );
}
