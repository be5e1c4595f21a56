import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { type Action, assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type DoorHours, hoursOf } from './door-rules.ts';

/** An event as its door knows it. */
export type DoorEvent = {
  id: string;
  slug: string;
  title: string;
  /** Of the organizer's texts. */
  language: string;
  status: 'draft' | 'published' | 'postponed' | 'cancelled';
  startsAt: Date;
  doorsAt: Date | null;
  endsAt: Date;
  timezone: string;
  /** Null for an event online. */
  venue: string | null;
  organizer: { id: string; name: string };
  /** Whether today is the day of it. */
  hours: DoorHours;
};

type Row = {
  id: string;
  slug: string;
  title: string;
  language: string;
  status: DoorEvent['status'];
  starts_at: Date;
  doors_at: Date | null;
  ends_at: Date;
  timezone: string;
  venue: string | null;
  organizer_id: string;
  organizer: string;
  now: Date;
};

/**
 * The event behind an address, for whoever works at its door.
 *
 * @throws DomainError `not_found`, whether there is none or it is not theirs; and what `assertMay` throws
 */
export async function findDoorEvent(db: Queryable, actor: Actor, slug: string): Promise<DoorEvent> {
  const { rows } = await db.execute<Row>(sql`
    select e.id, e.slug, e.title, e.language, e.status, e.starts_at, e.doors_at, e.ends_at, e.timezone,
      v.name as venue, o.id as organizer_id, o.name as organizer, app_now() as now
    from events e join organizers o on o.id = e.organizer_id left join venues v on v.id = e.venue_id
    where e.slug = ${slug} and e.status <> 'draft'`);
  const row = rows[0];
  if (!row) throw new DomainError('not_found');
  assertMay(actor, 'door.enter', { organizerId: row.organizer_id });
  const event = {
    startsAt: new Date(row.starts_at),
    doorsAt: row.doors_at && new Date(row.doors_at),
    endsAt: new Date(row.ends_at),
  };
  return {
    ...event,
    id: row.id,
    slug: row.slug,
    title: row.title,
    language: row.language,
    status: row.status,
    timezone: row.timezone,
    venue: row.venue,
    organizer: { id: row.organizer_id, name: row.organizer },
    hours: hoursOf(event, new Date(row.now)),
  };
}

/**
 * Lets whoever may do this at an event's door pass.
 *
 * @returns the organizer it belongs to
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function assertAtDoor(
  db: Queryable,
  actor: Actor,
  action: Extract<Action, `door.${string}`>,
  eventId: string,
): Promise<string> {
  const { rows } = await db.execute<{ organizer_id: string }>(sql`
    select organizer_id from events where id = ${eventId} and status <> 'draft'`);
  const organizerId = rows[0]?.organizer_id;
  if (!organizerId) throw new DomainError('not_found');
  assertMay(actor, action, { organizerId });
  return organizerId;
}
