import { sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';

/** What the mails about a booking are written from. Amounts in minor units of `currency`. */
export type BookingMail = {
  bookingId: string;
  reference: string;
  secretHash: Buffer;
  status: string;
  revision: number;
  paymentsMode: 'sandbox' | 'test' | 'live';
  currency: string;
  discount: number;
  tax: number;
  taxRate: number;
  total: number;
  /** Refunds of this booking that have not failed. */
  refunded: number;
  buyerName: string;
  /** False for an attendee with an address of their own: they get their tickets, but neither amounts nor the booking. */
  toBuyer: boolean;
  items: { ticketType: string; quantity: number; amount: number }[];
  /** Those of the recipient; all of them for the buyer. */
  tickets: { id: string; code: string; revision: number; attendeeName: string; ticketType: string }[];
  event: {
    id: string;
    slug: string;
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
    venue: { name: string; address: string; city: string; latitude: number; longitude: number } | null;
    organizer: { name: string; email: string };
  };
};

/** As PostgreSQL writes it into JSON: instants are text, the hash is hex. */
type Stored = Omit<BookingMail, 'secretHash' | 'event'> & {
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
      'revision', b.revision, 'paymentsMode', b.payments_mode, 'currency', b.currency, 'discount', b.discount,
      'tax', b.tax, 'taxRate', e.tax_rate, 'total', b.total, 'buyerName', coalesce(b.buyer_name, ''),
      'toBuyer', me.to_buyer,
      'refunded', (
        select coalesce(sum(r.amount), 0) from refunds r join payments p on p.id = r.payment_id
        where p.booking_id = b.id and r.status not in ('failed', 'canceled')),
      'items', (
        select coalesce(json_agg(json_build_object(
          'ticketType', t.name, 'quantity', i.quantity, 'amount', i.quantity * (i.unit_price + i.unit_fee)
        ) order by t.position, t.id), '[]')
        from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = b.id),
      'tickets', (
        select coalesce(json_agg(json_build_object(
          'id', k.id, 'code', k.code, 'revision', k.revision, 'attendeeName', k.attendee_name, 'ticketType', t.name
        ) order by t.position, t.id, k.position), '[]')
        from tickets k join ticket_types t on t.id = k.ticket_type_id
        where k.booking_id = b.id and k.status <> 'void'
          and (me.to_buyer or k.attendee_email = ${recipient}::citext)),
      'event', json_build_object(
        'id', e.id, 'slug', e.slug, 'title', e.title, 'cancelled', e.status = 'cancelled', 'revision', e.revision,
        'startsAt', e.starts_at, 'endsAt', e.ends_at, 'doorsAt', e.doors_at, 'timezone', e.timezone,
        'online', e.online, 'onlineUrl', e.online_url, 'refundPolicy', e.refund_policy,
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
    secretHash: Buffer.from(stored.secretHash, 'hex'),
    event: {
      ...event,
      startsAt: new Date(event.startsAt),
      endsAt: new Date(event.endsAt),
      doorsAt: event.doorsAt === null ? null : new Date(event.doorsAt),
    },
  };
}
