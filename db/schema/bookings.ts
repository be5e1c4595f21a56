import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { events, promoCodes, ticketTypes } from './catalog.ts';
import { bytea, citext, createdAt, id, instant, minorUnits } from './columns.ts';
import { users } from './people.ts';

export const bookingStatus = pgEnum('booking_status', [
  'held',
  'paying',
  'awaiting_payment',
  'confirmed',
  'released',
  'expired',
  'refunded',
  'cancelled',
]);

/** Where money is real. Stored with what it touched, so that play money never counts as income. */
export const paymentsMode = pgEnum('payments_mode', ['sandbox', 'test', 'live']);

/** What a buyer has. While `held` it is what other systems call a cart. */
export const bookings = pgTable(
  'bookings',
  {
    id: id(),
    /** Ten characters of Crockford's base 32. Opens nothing by itself. */
    reference: text().notNull().unique(),
    /** SHA-256 of the secret that opens it. */
    secretHash: bytea().notNull(),
    organizerId: uuid().notNull(),
    eventId: uuid().notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    status: bookingStatus().notNull().default('held'),
    paymentsMode: paymentsMode().notNull(),
    locale: text().notNull(),
    currency: text().notNull(),
    /** Prices of the tickets, before discount and fee. */
    subtotal: minorUnits().notNull(),
    discount: minorUnits().notNull().default(0),
    fee: minorUnits().notNull(),
    /** Contained in the total. */
    tax: minorUnits().notNull(),
    total: minorUnits().notNull(),
    promoCodeId: uuid(),
    buyerName: text(),
    buyerEmail: citext(),
    /** The address without dots, tags and case, for limits per buyer. */
    buyerEmailNormalised: text(),
    termsAcceptedAt: instant(),
    /** Date of the terms that were shown, such as 2026-11-01. */
    termsVersion: text(),
    marketingConsentAt: instant(),
    /** Date of the text that was agreed to. */
    marketingVersion: text(),
    /** When the places go back, by the application's clock. */
    expiresAt: instant().notNull(),
    /** When the buyer asked for five minutes more; that can be done once. */
    extendedAt: instant(),
    paymentStartedAt: instant(),
    /** Rises when a new payment intent may be made, so that two tabs never charge twice. */
    attempt: integer().notNull().default(1),
    /** Rises when the buyer must be told anew. */
    revision: integer().notNull().default(0),
    confirmedAt: instant(),
    /** The member who let it through unpaid. No foreign key, so that it outlives them. */
    confirmedBy: uuid(),
    /** When it ended as released, expired, refunded or cancelled. */
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('bookings_of_event').on(t.id, t.eventId),
    foreignKey({
      name: 'bookings_event_of_organizer',
      columns: [t.eventId, t.organizerId],
      foreignColumns: [events.id, events.organizerId],
    }),
    foreignKey({
      name: 'bookings_promo_code_of_event',
      columns: [t.promoCodeId, t.eventId],
      foreignColumns: [promoCodes.id, promoCodes.eventId],
    }),
    index('bookings_event').on(t.eventId, t.createdAt),
    index('bookings_organizer').on(t.organizerId, t.createdAt),
    index('bookings_user').on(t.userId, t.createdAt),
    index('bookings_email').on(t.buyerEmail).where(sql`${t.buyerEmail} is not null`),
    index('bookings_promo_code').on(t.promoCodeId).where(sql`${t.promoCodeId} is not null`),
    index('bookings_buyer').on(t.eventId, t.buyerEmailNormalised),
    // What is thrown away after a while.
    index('bookings_given_back').on(t.endedAt).where(sql`${t.status} in ('released', 'expired')`),
    index('bookings_due').on(t.expiresAt).where(sql`${t.status} in ('held', 'paying', 'awaiting_payment')`),
    check('bookings_reference', sql`${t.reference} ~ '^[0-9A-HJKMNP-TV-Z]{10}$'`),
    check('bookings_adds_up', sql`${t.total} = ${t.subtotal} - ${t.discount} + ${t.fee}`),
    check(
      'bookings_amounts',
      sql`${t.subtotal} >= 0 and ${t.discount} between 0 and ${t.subtotal} and ${t.fee} >= 0 and ${t.tax} between 0 and ${t.total}`,
    ),
    check(
      'bookings_confirmed_has_buyer',
      sql`${t.status} <> 'confirmed' or (${t.confirmedAt} is not null and ${t.buyerEmail} is not null and ${t.buyerName} is not null)`,
    ),
  ],
);

/** A line of a booking: so many of one ticket type, at the price of that moment. */
export const bookingItems = pgTable(
  'booking_items',
  {
    id: id(),
    bookingId: uuid().notNull(),
    eventId: uuid().notNull(),
    ticketTypeId: uuid().notNull(),
    quantity: integer().notNull(),
    unitPrice: minorUnits().notNull(),
    unitFee: minorUnits().notNull(),
    /** What each ticket of the line costs, in ticket order: the snapshot that the tickets are issued from. */
    ticketPrices: jsonb().$type<{ discount: number; fee: number; tax: number }[]>().notNull(),
    /** Who is coming, in ticket order, as typed at checkout; moves to the tickets when they are issued. */
    attendees: jsonb().$type<{ name: string; email: string | null }[]>().notNull().default([]),
  },
  (t) => [
    unique('booking_items_one_line_a_type').on(t.bookingId, t.ticketTypeId),
    unique('booking_items_of_booking').on(t.id, t.bookingId),
    index('booking_items_type').on(t.ticketTypeId),
    foreignKey({
      name: 'booking_items_booking',
      columns: [t.bookingId, t.eventId],
      foreignColumns: [bookings.id, bookings.eventId],
    }),
    foreignKey({
      name: 'booking_items_type_of_event',
      columns: [t.ticketTypeId, t.eventId],
      foreignColumns: [ticketTypes.id, ticketTypes.eventId],
    }),
    check('booking_items_quantity', sql`${t.quantity} between 1 and 100`),
    check('booking_items_a_price_a_ticket', sql`jsonb_array_length(${t.ticketPrices}) = ${t.quantity}`),
    check('booking_items_price', sql`${t.unitPrice} >= 0 and ${t.unitFee} >= 0`),
  ],
);

export const ticketStatus = pgEnum('ticket_status', ['valid', 'used', 'blocked', 'void']);

/** One admission. */
export const tickets = pgTable(
  'tickets',
  {
    id: id(),
    bookingId: uuid().notNull(),
    itemId: uuid().notNull(),
    eventId: uuid().notNull(),
    ticketTypeId: uuid().notNull(),
    /** Counts from 0 within its item; with the unique key it keeps a second issue from adding tickets. */
    position: integer().notNull(),
    /** What a person can read out at the door: ten characters of Crockford's base 32. */
    code: text().notNull().unique(),
    /** Part of the signed code; a higher one makes older codes worthless. */
    revision: integer().notNull().default(0),
    status: ticketStatus().notNull().default('valid'),
    attendeeName: text().notNull(),
    attendeeEmail: citext(),
    /** Since when it belongs to somebody who is not the buyer, and their account where they have one. */
    transferredAt: instant(),
    holderUserId: uuid().references(() => users.id, { onDelete: 'set null' }),
    price: minorUnits().notNull(),
    discount: minorUnits().notNull(),
    fee: minorUnits().notNull(),
    /** Contained in price − discount + fee. */
    tax: minorUnits().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('tickets_position').on(t.itemId, t.position),
    unique('tickets_of_event').on(t.id, t.eventId),
    index('tickets_booking').on(t.bookingId),
    index('tickets_holder').on(t.holderUserId).where(sql`${t.holderUserId} is not null`),
    index('tickets_attendee').on(t.attendeeEmail).where(sql`${t.attendeeEmail} is not null`),
    index('tickets_event').on(t.eventId, t.status),
    index('tickets_type').on(t.ticketTypeId),
    foreignKey({
      name: 'tickets_item_of_booking',
      columns: [t.itemId, t.bookingId],
      foreignColumns: [bookingItems.id, bookingItems.bookingId],
    }),
    foreignKey({
      name: 'tickets_type_of_event',
      columns: [t.ticketTypeId, t.eventId],
      foreignColumns: [ticketTypes.id, ticketTypes.eventId],
    }),
    check('tickets_code', sql`${t.code} ~ '^[0-9A-HJKMNP-TV-Z]{10}$'`),
    check(
      'tickets_amounts',
      sql`${t.price} >= 0 and ${t.discount} between 0 and ${t.price} and ${t.fee} >= 0 and ${t.tax} between 0 and ${t.price} - ${t.discount} + ${t.fee}`,
    ),
  ],
);
