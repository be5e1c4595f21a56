import { sql } from 'drizzle-orm';
import { printTickets, type TicketsFile } from '../booking/print-tickets.ts';
import { appNow, database } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';
import { loadBookingMail } from '../notifications/booking-mail.ts';
import { calendarFile } from '../notifications/mail-attachments.ts';
import { openForHolder } from './find-ticket.ts';
import { type HolderAccess, openTicket } from './holder-access.ts';

/**
 * A ticket as a PDF, for whoever comes with it or took it.
 *
 * @throws DomainError `not_found`, also when it lets nobody in
 */
export async function ticketFile(code: string, access: HolderAccess, locale: Locale): Promise<TicketsFile> {
  const { booking, ticket } = await openForHolder(code, access);
  const opens = ticket.status === 'valid' || ticket.status === 'used';
  if (!opens || booking.status !== 'confirmed' || booking.event.status === 'cancelled') {
    throw new DomainError('not_found');
  }
  const filename = `ticket-${booking.event.slug}-${ticket.code}.pdf`;
  return printTickets({ booking, tickets: [ticket], all: [ticket], filename }, locale);
}

/**
 * The calendar file of its event. The same entry as its buyer's, without the booking.
 *
 * @throws DomainError `not_found`
 */
export async function ticketCalendarFile(code: string, access: HolderAccess): Promise<TicketsFile> {
  const db = database();
  const held = await openTicket(db, code, access, 'ticket.read');
  const { rows } = await db.execute<{ email: string | null; status: string }>(
    sql`select attendee_email as email, status from tickets where id = ${held.id}`,
  );
  const [{ email, status } = { email: null, status: 'void' }] = rows;
  if (!(held.transferred || held.guestOfBuyer) || !email) throw new DomainError('not_found');
  // Their address may be the buyer's: it has come back to where it was bought.
  return calendarFile(await loadBookingMail(db, held.bookingId, email), await appNow(db), status !== 'void');
}
