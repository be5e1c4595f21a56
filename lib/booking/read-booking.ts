import { sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { namesChangeable, namesChangeableUntil, transfersOpen } from '../tickets/holder-rules.ts';

export type BookingStatus =
  | 'held'
  | 'paying'
  | 'awaiting_payment'
  | 'confirmed'
  | 'released'
  | 'expired'
  | 'refunded'
  | 'cancelled';

/** What the checkout and the booking's page show. Amounts in minor units of `currency`. */
export type BookingView = {
  id: string;
  reference: string;
  status: BookingStatus;
  paymentsMode: 'sandbox' | 'test' | 'live';
  /** The application's time when this was read, for the countdown. */
  now: Date;
  expiresAt: Date;
  canExtend: boolean;
  currency: string;
  subtotal: number;
  discount: number;
  fee: number;
  tax: number;
  taxRate: number;
  total: number;
  promoCode: string | null;
  buyerName: string | null;
  buyerEmail: string | null;
  /** Whether it belongs to an account. */
  inAccount: boolean;
  /** Whose account, if any. */
  userId: string | null;
  /** Whether this reader brought its key, and is not somebody who looks after other people's bookings. */
  openedByKey: boolean;
  event: {
    id: string;
    slug: string;
    category: { slug: string; name: string };
    title: string;
    status: 'draft' | 'published' | 'postponed' | 'cancelled';
    startsAt: Date;
    endsAt: Date;
    doorsAt: Date | null;
    timezone: string;
    refundPolicy: string;
    /** What that says; null where the organizer has said it in words alone. */
    refundRule: { hoursBefore: number | null } | null;
    /** Of the organizer's texts. */
    language: string;
    /** Who is let in. */
    ageNote: string | null;
    takesPromoCodes: boolean;
    /** Until when names on tickets can be changed. */
    namesChangeableUntil: Date;
    /** Whether they can be changed now. */
    namesChangeable: boolean;
    /** Whether tickets can be handed on now. */
    transfersOpen: boolean;
    online: boolean;
    /** Only for a confirmed booking. */
    onlineUrl: string | null;
    venue: { name: string; address: string; city: string } | null;
    organizer: { name: string; email: string };
  };
  items: BookingItemView[];
  tickets: BookedTicket[];
  /** The last payment: how far it is, and what the bank said if it said no. */
  payment: { status: string; lastErrorMessage: string | null; lastErrorCode: string | null } | null;
};

export type BookingItemView = {
  ticketTypeId: string;
  name: string;
  quantity: number;
  unitPrice: number;
  unitFee: number;
  attendees: { name: string; email: string | null }[];
};

export type TicketView = {
  id: string;
  code: string;
  revision: number;
  status: 'valid' | 'used' | 'blocked' | 'void';
  ticketType: string;
  attendeeName: string;
  /** It belongs to somebody who is not the buyer any more. */
  transferred: boolean;
  /** An offer of it that is open. */
  offer: { toName: string; toEmail: string; expiresAt: Date } | null;
  /** How it came where it is, and what came of offers, oldest first. */
  transfers: TransferView[];
};

/** A ticket as its booking has it: one that belongs to somebody else now has no code here, which opens the door for them. */
export type BookedTicket =
  | (TicketView & { transferred: false })
  | (Omit<TicketView, 'code'> & { transferred: true; code: null });

/** A transfer that has ended. */
export type TransferView = {
  status: 'claimed' | 'declined' | 'withdrawn' | 'expired';
  fromName: string;
  toName: string;
  at: Date;
};

/**
 * A step: reads a booking as its pages show it. Whoever calls it has asked who may.
 *
 * @throws DomainError `not_found`
 */
export async function readBooking(db: Queryable, id: string): Promise<Omit<BookingView, 'openedByKey'>> {
  const { rows } = await db.execute<{ view: StoredView }>(sql`
    select json_build_object(
      'id', b.id, 'reference', b.reference, 'status', b.status, 'paymentsMode', b.payments_mode, 'now', app_now(),
      'expiresAt', b.expires_at, 'currency', b.currency, 'subtotal', b.subtotal, 'discount', b.discount, 'fee', b.fee,
      'tax', b.tax, 'taxRate', e.tax_rate, 'total', b.total, 'buyerName', b.buyer_name, 'buyerEmail', b.buyer_email,
      'inAccount', b.user_id is not null, 'userId', b.user_id,
      'canExtend', b.status in ('held', 'paying') and b.extended_at is null and b.expires_at > app_now(),
      'promoCode', (select code from promo_codes where id = b.promo_code_id),
      'event', json_build_object(
        'id', e.id, 'slug', e.slug,
        'category', (select json_build_object('slug', c.slug, 'name', coalesce(c.names ->> b.locale, c.names ->> 'en'))
                     from categories c where c.id = e.category_id), 'title', e.title, 'status', e.status, 'startsAt', e.starts_at, 'endsAt', e.ends_at,
        'doorsAt', e.doors_at, 'timezone', e.timezone, 'refundPolicy', e.refund_policy,
        'refundRule', e.refund_rule,
        'language', e.language, 'ageNote', e.age_note,
        'namesChangeableUntil', ${namesChangeableUntil}, 'namesChangeable', ${namesChangeable},
        'transfersOpen', ${transfersOpen},
        'takesPromoCodes', exists (select from promo_codes where event_id = e.id), 'online', e.online,
        'onlineUrl', case when b.status = 'confirmed' then e.online_url end,
        'venue', (select json_build_object('name', v.name, 'address', v.address, 'city', v.city)
                  from venues v where v.id = e.venue_id),
        'organizer', json_build_object('name', o.name, 'email', o.email)),
      'items', (select json_agg(json_build_object(
          'ticketTypeId', t.id, 'name', t.name, 'quantity', i.quantity, 'unitPrice', i.unit_price,
          'unitFee', i.unit_fee, 'attendees', i.attendees) order by t.position, t.id)
        from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = b.id),
      'tickets', (select coalesce(json_agg(json_build_object(
          'id', k.id, 'code', case when k.transferred_at is null then k.code end, 'revision', k.revision, 'status', k.status, 'ticketType', t.name,
          'attendeeName', k.attendee_name, 'transferred', k.transferred_at is not null,
          'offer', (select json_build_object('toName', f.to_name, 'toEmail', f.to_email, 'expiresAt', f.expires_at)
            from ticket_transfers f where f.ticket_id = k.id and f.status = 'offered' and f.expires_at > app_now()),
          'transfers', (select coalesce(json_agg(json_build_object('status', f.status, 'fromName', f.from_name,
              'toName', f.to_name, 'at', f.ended_at) order by f.ended_at, f.id), '[]')
            from ticket_transfers f where f.ticket_id = k.id and f.status <> 'offered')
          ) order by t.position, t.id, k.position), '[]')
        from tickets k join ticket_types t on t.id = k.ticket_type_id where k.booking_id = b.id),
      'payment', (select json_build_object('status', p.status, 'lastErrorMessage', p.last_error_message,
          'lastErrorCode', p.last_error_code)
        from payments p where p.booking_id = b.id order by p.attempt desc limit 1)
    ) as view
    from bookings b join events e on e.id = b.event_id join organizers o on o.id = b.organizer_id
    where b.id = ${id}`);
  const view = rows[0]?.view;
  if (!view) throw new DomainError('not_found');
  return {
    ...view,
    now: new Date(view.now),
    expiresAt: new Date(view.expiresAt),
    tickets: view.tickets.map((ticket) => ({
      ...ticket,
      offer: ticket.offer && { ...ticket.offer, expiresAt: new Date(ticket.offer.expiresAt) },
      transfers: ticket.transfers.map((transfer) => ({ ...transfer, at: new Date(transfer.at) })),
    })),
    event: {
      ...view.event,
      namesChangeableUntil: new Date(view.event.namesChangeableUntil),
      startsAt: new Date(view.event.startsAt),
      endsAt: new Date(view.event.endsAt),
      doorsAt: view.event.doorsAt === null ? null : new Date(view.event.doorsAt),
    },
  };
}

/** Of each member of a union. */
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** As PostgreSQL writes it into JSON: instants are text. */
type StoredView = Omit<BookingView, 'now' | 'expiresAt' | 'event' | 'tickets' | 'openedByKey'> & {
  now: string;
  expiresAt: string;
  event: Omit<BookingView['event'], 'startsAt' | 'endsAt' | 'doorsAt' | 'namesChangeableUntil'> & {
    startsAt: string;
    endsAt: string;
    doorsAt: string | null;
    namesChangeableUntil: string;
  };
  tickets: (DistributiveOmit<BookedTicket, 'offer' | 'transfers'> & {
    offer: { toName: string; toEmail: string; expiresAt: string } | null;
    transfers: (Omit<TransferView, 'at'> & { at: string })[];
  })[];
};
