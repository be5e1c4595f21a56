import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import { categories, events } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { type EventCard, readEventCards } from './event-cards.ts';
import { chooseDiverse } from './featured-events.ts';

export type NearbyEvents = {
  /** `same_days`: in the same city within a day or two. `to_come`: in the city or of the kind, whenever. */
  kind: 'same_days' | 'to_come';
  events: EventCard[];
};

/** The event somebody is looking at. */
export type NearbyTo = {
  id: string;
  startsAt: Date;
  category: { slug: string };
  venue: { city: string } | null;
};

/** Among how many of the next events the shelf is chosen. */
const CANDIDATES = 40;

const ahead = sql`${events.startsAt} > (select app_now())`;

/** The venues of a city are found first, so that the index on the venue serves. */
const inCity = (city: string) =>
  sql`${events.venueId} = any (array(select v.id from venues v where v.city = ${city}))`;

/**
 * What else there is for somebody who looks at an event: around its days in its city when that fills half a shelf,
 * otherwise what is still to come in its city or of its kind.
 *
 * @param count most events on the shelf
 */
export async function nearbyEvents(
  db: Queryable,
  event: NearbyTo,
  locale: string,
  count = 4,
): Promise<NearbyEvents> {
  const choose = async (condition: SQL | undefined) =>
    chooseDiverse(
      await readEventCards(db, {
        condition: and(ne(events.id, event.id), ahead, condition),
        locale,
        limit: CANDIDATES,
      }),
      count,
    );
  const city = event.venue ? inCity(event.venue.city) : eq(events.online, true);
  const sameDays = await choose(
    and(
      city,
      sql`${events.startsAt} > ${event.startsAt.toISOString()}::timestamptz - interval '36 hours'`,
      sql`${events.startsAt} < ${event.startsAt.toISOString()}::timestamptz + interval '60 hours'`,
    ),
  );
  if (sameDays.length * 2 >= count) return { kind: 'same_days', events: sameDays };
  return { kind: 'to_come', events: await choose(or(city, eq(categories.slug, event.category.slug))) };
}
