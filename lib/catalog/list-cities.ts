import { eq, sql } from 'drizzle-orm';
import { events, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { isUpcoming } from './event-cards.ts';

/** The cities where something is to come, by name, with how much. */
export async function listCities(
  db: Queryable,
): Promise<{ city: string; country: string; events: number }[]> {
  return db
    .select({ city: venues.city, country: venues.country, events: sql<number>`count(*)::int` })
    .from(events)
    .innerJoin(venues, eq(venues.id, events.venueId))
    .where(isUpcoming)
    .groupBy(venues.city, venues.country)
    .orderBy(sql`${venues.city} collate "und-x-icu"`, venues.country);
}
