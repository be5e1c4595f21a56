import { and, eq, sql } from 'drizzle-orm';
import { events, venues } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';

export type TicketRules = {
  id: string;
  title: string;
  status: 'draft' | 'published' | 'postponed' | 'cancelled';
  takenDown: boolean;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  venue: { name: string; city: string } | null;
  /** Null: until it starts. */
  namesChangeableUntil: Date | null;
  transfersAllowed: boolean;
};

/**
 * What holders of an event's tickets may do with them, for the members of its organizer.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws.
 */
export async function readTicketRules(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  slug: string,
): Promise<TicketRules> {
  assertMay(actor, 'events.list', { organizerId });
  const [event] = await db
    .select({
      id: events.id,
      title: events.title,
      status: events.status,
      takenDown: sql<boolean>`${events.takenDownAt} is not null`,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timezone: events.timezone,
      venue: { name: venues.name, city: venues.city },
      namesChangeableUntil: events.namesChangeableUntil,
      transfersAllowed: events.transfersAllowed,
    })
    .from(events)
    .leftJoin(venues, eq(venues.id, events.venueId))
    .where(and(eq(events.slug, slug), eq(events.organizerId, organizerId)));
  if (!event) throw new DomainError('not_found');
  return event;
}
