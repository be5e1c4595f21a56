import { sql } from 'drizzle-orm';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { database } from '#lib/database.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import type { HolderAccess } from '#lib/transfers/holder-access.ts';
import type { EventOnSale } from './application.ts';
import { guestHolds } from './buyer.ts';

export type HeldByGuest = {
  reference: string;
  bookingId: string;
  /** The key of the booking. */
  key: string;
  access: HolderAccess;
  tickets: { id: string; code: string; eventId: string }[];
};

/** A guest, Marta Ferreira, who has booked tickets that cost nothing. */
export async function guestBooks(event: EventOnSale, count = 1): Promise<HeldByGuest> {
  const booking = await guestHolds(event, count);
  await startPayment(booking.reference, booking.form, booking.access);
  const { rows } = await database().execute<{ id: string; code: string; eventId: string }>(sql`
    select id, code, event_id as "eventId" from tickets where booking_id = ${booking.bookingId} order by position`);
  const { key } = booking.access;
  if (key === null) throw new Error('a guest has the key of their booking');
  return {
    reference: booking.reference,
    bookingId: booking.bookingId,
    key,
    access: { actor: { kind: 'guest' }, bookingKey: key, ticketKey: null },
    tickets: rows,
  };
}

/** The key to the last offer of a ticket, as its letter would have brought it. */
export async function offerKey(ticketId: string): Promise<string> {
  const { rows } = await database().execute<{ id: string }>(sql`
    select id from ticket_transfers where ticket_id = ${ticketId} order by created_at desc, id desc limit 1`);
  const [transfer] = rows;
  if (!transfer) throw new Error('nobody has offered that ticket');
  return mintMailKey(database(), 'transfer', transfer.id);
}
