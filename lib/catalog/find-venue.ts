import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { events, organizers, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type EventCard, isNotStopped, readEventCards } from './event-cards.ts';
import { type PastEvent, readPastEvents } from './past-events.ts';

export type VenueDetail = {
  slug: string;
  name: string;
  address: string;
  /** Empty when not given. */
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  latitude: number;
  longitude: number;
  /** How many people the room takes. */
  capacity: number;
  organizer: { slug: string; name: string };
  /** What somebody who does not walk, see or hear as expected should know, as the latest event there says it. */
  access: { note: string; language: string } | null;
  /** By start. */
  upcoming: EventCard[];
  /** The latest first. */
  past: PastEvent[];
};

/**
 * Reads the page of a venue: where it is, what comes and what was.
 *
 * @param most events of either kind
 * @throws DomainError `not_found` for an unknown address and for a venue of a suspended organizer.
 */
export async function findVenue(
  db: Queryable,
  slug: string,
  locale: string,
  most = 24,
): Promise<VenueDetail> {
  // What cannot be a slug, a NUL among others, would be an error to PostgreSQL.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new DomainError('not_found');
  const [row] = await db
    .select({
      id: venues.id,
      slug: venues.slug,
      name: venues.name,
      address: venues.address,
      postcode: venues.postcode,
      city: venues.city,
      country: venues.country,
      latitude: venues.latitude,
      longitude: venues.longitude,
      capacity: venues.capacity,
      organizer: { slug: organizers.slug, name: organizers.name },
    })
    .from(venues)
    .innerJoin(organizers, eq(organizers.id, venues.organizerId))
    .where(and(eq(venues.slug, slug), isNull(organizers.suspendedAt)));
  if (!row) throw new DomainError('not_found');
  const { id, ...venue } = row;
  const condition = eq(events.venueId, id);
  const [access] = await db
    .select({ note: sql<string>`${events.accessNote}`, language: events.language })
    .from(events)
    .where(and(condition, isNotNull(events.accessNote), ne(events.status, 'draft'), isNotStopped))
    .orderBy(desc(events.startsAt))
    .limit(1);
  return {
    ...venue,
    access: access ?? null,
    upcoming: await readEventCards(db, { condition, locale, limit: most }),
    past: await readPastEvents(db, { condition, locale, limit: most }),
  };
}
