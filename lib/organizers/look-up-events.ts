import { and, eq, sql } from 'drizzle-orm';
import { events, organizers } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { EventStatus } from '../catalog/sales-state.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { containing } from '../find-words.ts';
import { eventsFromNow, startKey } from './events-from-now.ts';

export type LookedUpEvent = {
  id: string;
  slug: string;
  title: string;
  language: string;
  status: EventStatus;
  startsAt: Date;
  timezone: string;
  organizer: { slug: string; name: string };
  takenDownAt: Date | null;
  takenDownReason: string | null;
  /** Tickets that are not void. */
  tickets: number;
};

export type EventFilters = {
  /** Words in title or organizer. */
  text?: string | undefined;
  kind?: EventStatus | 'taken_down' | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
};

const columns = {
  id: events.id,
  slug: events.slug,
  title: events.title,
  language: events.language,
  status: events.status,
  startsAt: events.startsAt,
  timezone: events.timezone,
  organizer: { slug: organizers.slug, name: organizers.name },
  takenDownAt: events.takenDownAt,
  takenDownReason: events.takenDownReason,
  tickets: sql<number>`(
    select count(*)::int from tickets t where t.event_id = ${events.id} and t.status <> 'void')`,
};

/**
 * The events of every organizer, also what no page shows: what is not over from the nearest onwards, then what is from
 * the latest back.
 *
 * @param size most events on a page
 * @throws what `assertMay` throws.
 */
export async function lookUpEvents(
  db: Queryable,
  actor: Actor,
  filters: EventFilters = {},
  size = 50,
): Promise<{ events: LookedUpEvent[]; next: string | null }> {
  assertMay(actor, 'events.look_up');
  const { kind } = filters;
  const { rows, next } = await eventsFromNow(db, filters.after, size, ({ condition, order, limit }) =>
    db
      .select({ ...columns, key: startKey })
      .from(events)
      .innerJoin(organizers, eq(organizers.id, events.organizerId))
      .where(
        and(
          filters.text
            ? containing(sql`${events.title} || ' ' || ${organizers.name}`, filters.text)
            : undefined,
          kind === 'taken_down' ? sql`${events.takenDownAt} is not null` : undefined,
          kind && kind !== 'taken_down' ? eq(events.status, kind) : undefined,
          condition,
        ),
      )
      .orderBy(...order)
      .limit(limit),
  );
  return {
    events: rows.map(({ key: _key, ...event }) => event),
    next,
  };
}

/**
 * One event, for admins who decide about it.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws.
 */
export async function lookUpEvent(db: Queryable, actor: Actor, slug: string): Promise<LookedUpEvent> {
  assertMay(actor, 'events.look_up');
  const [event] = await db
    .select(columns)
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(eq(events.slug, slug));
  if (!event) throw new DomainError('not_found');
  return event;
}
