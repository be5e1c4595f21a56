import { desc, eq, sql } from 'drizzle-orm';
import { bookings, events, organizers } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { BookingStatus } from '../booking/read-booking.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { normaliseReference } from '../reference.ts';

export type LookedUpBooking = {
  reference: string;
  status: BookingStatus;
  paymentsMode: 'sandbox' | 'test' | 'live';
  buyerName: string | null;
  buyerEmail: string | null;
  event: { slug: string; title: string; startsAt: Date; timezone: string };
  organizer: { slug: string; name: string };
  currency: string;
  /** Minor units. */
  total: number;
  tickets: number;
  createdAt: Date;
};

const columns = {
  reference: bookings.reference,
  status: bookings.status,
  paymentsMode: bookings.paymentsMode,
  buyerName: bookings.buyerName,
  buyerEmail: bookings.buyerEmail,
  event: { slug: events.slug, title: events.title, startsAt: events.startsAt, timezone: events.timezone },
  organizer: { slug: organizers.slug, name: organizers.name },
  currency: bookings.currency,
  total: bookings.total,
  tickets: sql<number>`(
    select coalesce(sum(i.quantity), 0)::int from booking_items i where i.booking_id = bookings.id)`,
  createdAt: bookings.createdAt,
};

/** Most bookings that one address is shown for. */
const MOST = 100;

/**
 * Bookings by what somebody who writes to the platform can name: a reference, a ticket's code, the address of the buyer
 * or of somebody on a ticket, or Stripe's id of a payment or a refund. Nothing for half of any of them: this is no list
 * of everybody's bookings.
 *
 * @throws what `assertMay` throws.
 */
export async function lookUpBookings(db: Queryable, actor: Actor, words: string): Promise<LookedUpBooking[]> {
  assertMay(actor, 'bookings.look_up');
  const given = words.replaceAll('\0', '').trim().slice(0, 320);
  if (given === '') return [];
  const reference = normaliseReference(given);
  const found = given.includes('@')
    ? sql`select id from bookings where buyer_email = ${given}
        union select booking_id from tickets where attendee_email = ${given}`
    : sql`select id from bookings where reference = ${reference}
        union select booking_id from tickets where code = ${reference}
        union select t.booking_id from ticket_transfers f join tickets t on t.id = f.ticket_id
          where f.former_code = ${reference}
        union select booking_id from payments where stripe_payment_intent_id = ${given}
        union select p.booking_id from refunds r join payments p on p.id = r.payment_id
          where r.stripe_refund_id = ${given}`;
  return db
    .select(columns)
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .innerJoin(organizers, eq(organizers.id, bookings.organizerId))
    .where(sql`${bookings.id} in (${found})`)
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(MOST);
}

/** All that the house knows of a booking but what opens it: no key, no code that lets anybody in. */
export type BookingFile = LookedUpBooking & {
  id: string;
  account: { id: string; name: string } | null;
  expiresAt: Date;
  confirmedAt: Date | null;
  items: { name: string; quantity: number; unitPrice: number }[];
  tickets: number;
  admissions: { attendeeName: string; ticketType: string; status: string; revision: number }[];
  payments: {
    stripeId: string | null;
    status: string;
    outcome: string | null;
    quarantineReason: string | null;
    amount: number;
    captured: number;
    refunded: number;
    lastErrorCode: string | null;
    createdAt: string;
  }[];
  refunds: { stripeId: string | null; status: string; reason: string; amount: number; createdAt: string }[];
  mails: { kind: string; recipient: string; status: string; createdAt: string; sentAt: string | null }[];
};

/** @throws DomainError `not_found`, and what `assertMay` throws. */
export async function lookUpBooking(db: Queryable, actor: Actor, reference: string): Promise<BookingFile> {
  assertMay(actor, 'bookings.look_up');
  const own = sql.raw('bookings.id');
  const [booking] = await db
    .select({
      ...columns,
      id: bookings.id,
      account: sql<BookingFile['account']>`(
        select json_build_object('id', u.id, 'name', u.name) from users u where u.id = bookings.user_id)`,
      expiresAt: bookings.expiresAt,
      confirmedAt: bookings.confirmedAt,
      items: sql<BookingFile['items']>`coalesce((
        select json_agg(json_build_object('name', t.name, 'quantity', i.quantity, 'unitPrice', i.unit_price) order by t.position)
        from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = ${own}), '[]')`,
      admissions: sql<BookingFile['admissions']>`coalesce((
        select json_agg(json_build_object('attendeeName', a.attendee_name, 'ticketType', t.name, 'status', a.status,
          'revision', a.revision) order by a.position)
        from tickets a join ticket_types t on t.id = a.ticket_type_id where a.booking_id = ${own}), '[]')`,
      payments: sql<BookingFile['payments']>`coalesce((
        select json_agg(json_build_object('stripeId', p.stripe_payment_intent_id, 'status', p.status, 'outcome', p.outcome,
          'quarantineReason', p.quarantine_reason, 'amount', p.amount, 'captured', p.captured, 'refunded', p.refunded,
          'lastErrorCode', p.last_error_code, 'createdAt', p.created_at) order by p.created_at)
        from payments p where p.booking_id = ${own}), '[]')`,
      refunds: sql<BookingFile['refunds']>`coalesce((
        select json_agg(json_build_object('stripeId', r.stripe_refund_id, 'status', r.status, 'reason', r.reason,
          'amount', r.amount, 'createdAt', r.created_at) order by r.created_at)
        from refunds r join payments p on p.id = r.payment_id where p.booking_id = ${own}), '[]')`,
      mails: sql<BookingFile['mails']>`coalesce((
        select json_agg(json_build_object('kind', d.kind, 'recipient', d.recipient, 'status', d.status,
          'createdAt', d.created_at, 'sentAt', d.sent_at) order by d.created_at)
        from deliveries d where d.booking_id = ${own}), '[]')`,
    })
    .from(bookings)
    .innerJoin(events, eq(events.id, bookings.eventId))
    .innerJoin(organizers, eq(organizers.id, bookings.organizerId))
    .where(eq(bookings.reference, normaliseReference(reference)));
  if (!booking) throw new DomainError('not_found');
  return booking;
}
