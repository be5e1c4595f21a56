import { and, asc, eq, isNull } from 'drizzle-orm';
import { events, organizers, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type EventCard, readEventCards } from './event-cards.ts';
import { type PastEvent, readPastEvents } from './past-events.ts';

export type OrganizerPage = {
  slug: string;
  name: string;
  description: string;
  /** By name. */
  venues: { slug: string; name: string; city: string }[];
  /** By start. */
  upcoming: EventCard[];
  /** The latest first. */
  past: PastEvent[];
};

/**
 * Reads the public page of an organizer: who they are, their venues, what comes and what was.
 *
 * @param most events of either kind
 * @throws DomainError `not_found` for an unknown address and for an organizer who is suspended.
 */
export async function findOrganizerPage(
  db: Queryable,
  slug: string,
  locale: string,
  most = 24,
): Promise<OrganizerPage> {
  // What cannot be a slug, a NUL among others, would be an error to PostgreSQL.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new DomainError('not_found');
  const [row] = await db
    .select({
      id: organizers.id,
      slug: organizers.slug,
      name: organizers.name,
      description: organizers.description,
    })
    .from(organizers)
    .where(and(eq(organizers.slug, slug), isNull(organizers.suspendedAt)));
  if (!row) throw new DomainError('not_found');
  const { id, ...organizer } = row;
  const condition = eq(events.organizerId, id);
  return {
    ...organizer,
    venues: await db
      .select({ slug: venues.slug, name: venues.name, city: venues.city })
      .from(venues)
      .where(eq(venues.organizerId, id))
      .orderBy(asc(venues.name), asc(venues.id)),
    upcoming: await readEventCards(db, { condition, locale, limit: most }),
    past: await readPastEvents(db, { condition, locale, limit: most }),
  };
}
