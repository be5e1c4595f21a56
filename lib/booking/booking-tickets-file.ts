import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';
import { normaliseReference } from '../reference.ts';
import type { BookingAccess } from './booking-access.ts';
import { findBooking } from './find-booking.ts';
import { printTickets, type TicketsFile } from './print-tickets.ts';

/**
 * The tickets of a confirmed booking as a PDF, a page each. Those that let nobody in (void, blocked) are left out, as are
 * those that were handed on; when the event is cancelled that is all of them.
 *
 * @param code the ten characters of one ticket, or null for all of them
 * @throws DomainError `not_found`, also when there is nothing to print
 */
export async function bookingTicketsFile(
  reference: string,
  code: string | null,
  access: BookingAccess,
  locale: Locale,
): Promise<TicketsFile> {
  const booking = await findBooking(reference, access);
  if (booking.status !== 'confirmed' || booking.event.status === 'cancelled') {
    throw new DomainError('not_found');
  }
  const all = booking.tickets
    .filter((ticket) => !ticket.transferred)
    .filter(({ status }) => status === 'valid' || status === 'used');
  const wanted = code === null ? null : normaliseReference(code);
  const tickets = all.filter((ticket) => wanted === null || ticket.code === wanted);
  if (tickets.length === 0) throw new DomainError('not_found');
  const { slug } = booking.event;
  const filename =
    wanted === null ? `tickets-${slug}-${booking.reference}.pdf` : `ticket-${slug}-${wanted}.pdf`;
  return printTickets({ booking, tickets, all, filename }, locale);
}
