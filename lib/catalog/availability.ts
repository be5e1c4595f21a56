import { eq, sql } from 'drizzle-orm';
import { events, organizers } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isStopped, stockFrom, stockOfEvent, thisEvent } from './event-cards.ts';
import { eventState, type SalesState, ticketsLeft, ticketTypeState } from './sales-state.ts';

export type Availability = {
  /** The application's time at which all this was true. */
  now: Date;
  state: SalesState;
  /** When the next held places come back unless they are bought; null when none are held. */
  nextBackAt: Date | null;
  /** In the organizer's order. `left` counts what is neither sold nor held. */
  ticketTypes: { id: string; state: SalesState; left: number }[];
};

/**
 * What can be had of an event at this moment, in one statement and never from a cache. A hold decides again, under
 * its lock.
 *
 * @throws DomainError `not_found` for an unknown event and for a draft.
 */
export async function availability(db: Queryable, eventId: string): Promise<Availability> {
  const [event] = await db
    .select({
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      stopped: isStopped,
      stock: stockOfEvent,
      now: sql`app_now()`.mapWith(events.startsAt),
      nextBackAt: sql<Date | null>`(
        select min(b.expires_at) from bookings b where b.event_id = ${thisEvent} and b.status in ('held', 'paying'))`.mapWith(
        events.startsAt,
      ),
    })
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .where(eq(events.id, eventId));
  if (!event || event.status === 'draft') throw new DomainError('not_found');
  const { stock, now, nextBackAt } = event;
  const types = stockFrom(stock);
  return {
    now,
    state: eventState(event, types, now),
    nextBackAt,
    ticketTypes: types.map((type) => ({
      id: type.id,
      state: ticketTypeState(event, type, now),
      left: ticketsLeft(type),
    })),
  };
}
