import { and, desc, eq, sql } from 'drizzle-orm';
import { bookings, events } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { env } from '../env.ts';
import { containing } from '../find-words.ts';
import { cursorInstant, keyAfter } from '../list-cursor.ts';
import { normaliseReference } from '../reference.ts';

type BookingStatus = (typeof bookings.$inferSelect)['status'];

export type OrganizerBooking = {
  reference: string;
  event: { id: string; title: string; startsAt: Date; timezone: string };
  /** Null until checkout. */
  buyerName: string | null;
  buyerEmail: string | null;
  status: BookingStatus;
  /** How many tickets were booked. */
  tickets: number;
  /** Minor units. */
  total: number;
  currency: string;
  createdAt: Date;
};

export type OrganizerBookingFilters = {
  eventId?: string | undefined;
  status?: BookingStatus | undefined;
  /** Words in the buyer's name or address, or a reference. */
  text?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
};

/**
 * The bookings of an organizer's events in the running payments mode, the latest first.
 *
 * @param size most bookings on a page
 * @throws what `assertMay` throws.
 */
export async function listOrganizerBookings(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  filters: OrganizerBookingFilters = {},
  size = 50,
): Promise<{ bookings: OrganizerBooking[]; next: string | null }> {
  assertMay(actor, 'bookings.list', { organizerId });
  const buyer = sql`coalesce(${bookings.buyerName}, '') || ' ' || coalesce(${bookings.buyerEmail}, '')`;
  const found = filters.text
    ? sql`(${bookings.reference} = ${normaliseReference(filters.text).replaceAll(/[^0-9A-Z]/g, '')} or (${containing(buyer, filters.text) ?? sql`true`}))`
    : undefined;
  const rows = await db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      event: { id: events.id, title: events.title, startsAt: events.startsAt, timezone: events.timezone },
      buyerName: bookings.buyerName,
      buyerEmail: bookings.buyerEmail,
      status: bookings.status,
      tickets: sql<number>`(
        select coalesce(sum(i.quantity), 0)::int from booking_items i where i.booking_id = ${bookings.id})`,
      total: bookings.total,
      currency: bookings.currency,
      createdAt: bookings.createdAt,
      cursor: cursorInstant(bookings.createdAt),
    })
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .where(
      and(
        eq(bookings.organizerId, organizerId),
        eq(bookings.paymentsMode, env().payments.mode),
        filters.eventId ? eq(bookings.eventId, filters.eventId) : undefined,
        filters.status ? eq(bookings.status, filters.status) : undefined,
        found,
        keyAfter(filters.after, bookings.createdAt, bookings.id),
      ),
    )
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    bookings: page.map(({ id: _id, cursor: _cursor, ...booking }) => booking),
    next: last ? `${last.cursor}_${last.id}` : null,
  };
}
