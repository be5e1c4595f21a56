import { sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';

/** What the mails about a booking are written from. Amounts in minor units of `currency`. */
export type BookingMail = {
  bookingId: string;
  reference: string;
  secretHash: Buffer;
  status: string;
  /** In which it was booked. */
  locale: string;
  revision: number;
  /** How often its tickets have changed hands or lost their validity. */
  ticketChanges: number;
  paymentsMode: 'sandbox' | 'test' | 'live';
  currency: string;
  fee: number;
  promoCode: string | null;
  tax: number;
  taxRate: number;
  total: number;
  /** Refunds of this booking that have not failed. */
  refunded: number;
  /** Why the last of them was made; null without any. */
  refundReason: string | null;
  /** What the bank said to the last try to pay, if it said no: Stripe's code and words. */
  declined: { code: string | null; message: string } | null;
  /** True while Stripe has not told us that the payment cannot succeed any more. */
  payable: boolean;
  buyerName: string;
  /** To whom it goes. */
  recipient: string;
  /** False for an attendee with an address of their own: they get their tickets, but neither amounts nor the booking. */
  toBuyer: boolean;
  items: { ticketType: string; quantity: number; amount: number }[];
  /** Those of the recipient; for the buyer all that were not handed on. */
  tickets: {
    id: string;
    code: string;
    revision: number;
    attendeeName: string;
    /** Where it was sent as well; null where that is nobody but the buyer. */
    attendeeEmail: string | null;
    /** Whether it is the recipient's own since it was handed on. */
    transferred: boolean;
    ticketType: string;
  }[];
  event: {
    id: string;
    slug: string;
    category: { slug: string };
    language: string;
    title: string;
    cancelled: boolean;
    revision: number;
    startsAt: Date;
    endsAt: Date;
    doorsAt: Date | null;
    timezone: string;
    online: boolean;
    onlineUrl: string | null;
    refundPolicy: string;
    /** Who is let in. */
    ageNote: string | null;
    venue: { name: string; address: string; city: string; latitude: number; longitude: number } | null;
    organizer: { name: string; email: string };
  };
};

/** As PostgreSQL writes it into JSON: instants are text, the hash is hex. */
type Stored = Omit<BookingMail, 'secretHash' | 'event' | 'recipient'> & {
  secretHash: string;
  event: Omit<BookingMail['event'], 'startsAt' | 'endsAt' | 'doorsAt'> & {
    startsAt: string;
    endsAt: string;
    doorsAt: string | null;
  };
};

/**
 * Reads all that one recipient's mail about a booking says, in one statement.
 *
 * @throws Error when the booking is gone: its deliveries reference it, so that cannot be
 */
export async function loadBookingMail(
  db: Queryable,
  bookingId: string,
  recipient: string,
): Promise<BookingMail> {
  const { rows } = await db.execute<{ mail: Stored }>(sql`
    select json_build_object(
      'bookingId', b.id, 'reference', b.reference, 'secretHash', encode(b.secret_hash, 'hex'), 'status', b.status,
      'locale', b.locale,
      'revision', b.revision,
      'ticketChanges', (
        select coalesce(sum(k.revision + (k.status = 'void')::int), 0) from tickets k where k.booking_id = b.id),
      'paymentsMode', b.payments_mode, 'currency', b.currency, 'fee', b.fee,
      'promoCode', (select code from promo_codes where id = b.promo_code_id),
      'tax', b.tax, 'taxRate', e.tax_rate, 'total', b.total, 'buyerName', coalesce(b.buyer_name, ''),
      'toBuyer', me.to_buyer,
      'refunded', (
        select coalesce(sum(r.amount), 0) from refunds r join payments p on p.id = r.payment_id
        where p.booking_id = b.id and r.status not in ('failed', 'canceled')),
      'refundReason', (
        select r.reason from refunds r join payments p on p.id = r.payment_id
        where p.booking_id = b.id and r.status not in ('failed', 'canceled') order by r.created_at desc, r.id desc limit 1),
      'declined', (
        select json_build_object('code', p.last_error_code, 'message', p.last_error_message)
        from (select * from payments where booking_id = b.id order by attempt desc limit 1) p
        where p.last_error_message is not null),
      'payable', exists (
        select from payments p where p.booking_id = b.id and p.status not in ('succeeded', 'canceled')),
      'items', (
        select coalesce(json_agg(json_build_object(
          'ticketType', t.name, 'quantity', i.quantity, 'amount', i.quantity * (i.unit_price + i.unit_fee)
        ) order by t.position, t.id), '[]')
        from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = b.id),
      'tickets', (
        select coalesce(json_agg(json_build_object(
          'id', k.id, 'code', k.code, 'revision', k.revision, 'attendeeName', k.attendee_name,
          'transferred', k.transferred_at is not null,
          'attendeeEmail', case when me.to_buyer and k.attendee_email <> b.buyer_email then k.attendee_email end,
          'ticketType', t.name
        ) order by t.position, t.id, k.position), '[]')
        from tickets k join ticket_types t on t.id = k.ticket_type_id
        where k.booking_id = b.id and k.status <> 'void'
          and case when k.transferred_at is null then me.to_buyer or k.attendee_email = ${recipient}::citext
            else not me.to_buyer and k.attendee_email = ${recipient}::citext end),
      'event', json_build_object(
        'id', e.id, 'slug', e.slug, 'language', e.language,
        'category', (select json_build_object('slug', c.slug) from categories c where c.id = e.category_id),
        'title', e.title, 'cancelled', e.status = 'cancelled', 'revision', e.revision,
        'startsAt', e.starts_at, 'endsAt', e.ends_at, 'doorsAt', e.doors_at, 'timezone', e.timezone,
        'online', e.online, 'onlineUrl', e.online_url, 'refundPolicy', e.refund_policy, 'ageNote', e.age_note,
        'venue', (
          select json_build_object('name', v.name, 'address', v.address, 'city', v.city,
            'latitude', v.latitude, 'longitude', v.longitude)
          from venues v where v.id = e.venue_id),
        'organizer', json_build_object('name', o.name, 'email', o.email))
    ) as mail
    from bookings b
    join events e on e.id = b.event_id
    join organizers o on o.id = b.organizer_id
    cross join lateral (select coalesce(b.buyer_email = ${recipient}::citext, false) as to_buyer) me
    where b.id = ${bookingId}`);
  const stored = rows[0]?.mail;
  if (!stored) throw new Error(`booking ${bookingId} has a delivery but is gone`);
  const { event } = stored;
  return {
    ...stored,
    recipient,
    secretHash: Buffer.from(stored.secretHash, 'hex'),
    event: {
      ...event,
      startsAt: new Date(event.startsAt),
      endsAt: new Date(event.endsAt),
      doorsAt: event.doorsAt === null ? null : new Date(event.doorsAt),
    },
  };
}
