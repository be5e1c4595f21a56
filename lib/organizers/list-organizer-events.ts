import { and, eq, type SQL, sql } from 'drizzle-orm';
import { events, organizers, venues } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { isStopped, stockFrom, stockOfEvent, thisEvent } from '../catalog/event-cards.ts';
import { type EventStatus, eventState, placesTogether, type SalesState } from '../catalog/sales-state.ts';
import type { Queryable } from '../database.ts';
import { env } from '../env.ts';
import { containing } from '../find-words.ts';
import { eventsFromNow, startKey } from './events-from-now.ts';

export type OrganizerEvent = {
  id: string;
  slug: string;
  title: string;
  status: EventStatus;
  state: SalesState;
  /** What the admin wrote who took it down; null for an event that nobody has. */
  takenDownReason: string | null;
  startsAt: Date;
  timezone: string;
  venue: { name: string; city: string } | null;
  currency: string;
  /** Tickets of confirmed bookings that are not void, in the running payments mode. */
  sold: number;
  /** Tickets in bookings that are held or being paid, in the running payments mode. */
  held: number;
  /** Places that all ticket types offer together; shared pools count once. */
  capacity: number;
  /** What the sold tickets cost their buyers, in minor units, fees in. */
  revenue: number;
};

export type OrganizerEventFilters = {
  status?: EventStatus | undefined;
  /** Words in title, venue or city. */
  text?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
};

/**
 * An organizer's events with their figures: what is not over from the nearest onwards, then what is from the latest
 * back.
 *
 * @param size most events on a page
 * @throws what `assertMay` throws.
 */
export async function listOrganizerEvents(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  filters: OrganizerEventFilters = {},
  size = 50,
): Promise<{ events: OrganizerEvent[]; next: string | null }> {
  assertMay(actor, 'events.list', { organizerId });
  const mode = env().payments.mode;
  const found: SQL | undefined = filters.text
    ? containing(
        sql`${events.title} || ' ' || coalesce(${venues.name} || ' ' || ${venues.city}, '')`,
        filters.text,
      )
    : undefined;
  const { rows, next } = await eventsFromNow(db, filters.after, size, ({ condition, order, limit }) =>
    db
      .select({
        id: events.id,
        slug: events.slug,
        title: events.title,
        status: events.status,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        stopped: isStopped,
        takenDownReason: events.takenDownReason,
        timezone: events.timezone,
        venue: { name: venues.name, city: venues.city },
        currency: events.currency,
        stock: stockOfEvent,
        now: sql`app_now()`.mapWith(events.startsAt),
        sold: sql<number>`issued.sold`,
        revenue: sql`issued.revenue`.mapWith(Number),
        held: sql<number>`(
        select coalesce(sum(i.quantity), 0)::int from bookings b join booking_items i on i.booking_id = b.id
        where b.event_id = ${thisEvent} and b.payments_mode = ${mode}
          and b.status in ('held', 'paying', 'awaiting_payment'))`,
        key: startKey,
      })
      .from(events)
      .innerJoin(organizers, eq(organizers.id, events.organizerId))
      .leftJoin(venues, eq(venues.id, events.venueId))
      .crossJoinLateral(sql`(
      select count(*)::int as sold, coalesce(sum(t.price - t.discount + t.fee), 0) as revenue
      from tickets t join bookings b on b.id = t.booking_id
      where t.event_id = ${thisEvent} and t.status <> 'void' and b.status = 'confirmed' and b.payments_mode = ${mode}
    ) issued`)
      .where(
        and(
          eq(events.organizerId, organizerId),
          filters.status ? eq(events.status, filters.status) : undefined,
          found,
          condition,
        ),
      )
      .orderBy(...order)
      .limit(limit),
  );
  return {
    events: rows.map(({ stock, now, endsAt, stopped, key: _key, ...event }) => {
      const types = stockFrom(stock);
      return {
        ...event,
        state: eventState({ ...event, endsAt, stopped }, types, now),
        capacity: placesTogether(types, (pool) => pool.capacity),
      };
    }),
    next,
  };
}
