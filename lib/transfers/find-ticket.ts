import { type BookingView, readBooking, type TicketView } from '../booking/read-booking.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type HeldTicket, type HolderAccess, openTicket } from './holder-access.ts';

/** A ticket, as the page shows it to whoever comes with it and did not buy it. No amounts: they have not paid them. */
export type HeldTicketView = {
  ticket: TicketView;
  event: BookingView['event'];
  paymentsMode: BookingView['paymentsMode'];
  /** The application's time when this was read. */
  now: Date;
  /** Whether its booking still stands. */
  stands: boolean;
  /** Opened by the account it is in, and by no key. */
  openedByAccount: boolean;
  /** Whether it is still its buyer's, and this reader comes with it: they may look, and change nothing. */
  guestOfBuyer: boolean;
  buyerName: string;
};

/** A step: the ticket and the booking it is part of, for whoever it was handed on to, or comes with it. */
export async function openForHolder(
  code: string,
  access: HolderAccess,
): Promise<{ held: HeldTicket; booking: Omit<BookingView, 'openedByKey'>; ticket: TicketView }> {
  const db = database();
  const held = await openTicket(db, code, access, 'ticket.read');
  // Its buyer sees it with the booking.
  if (!held.transferred && !held.guestOfBuyer) throw new DomainError('not_found');
  const booking = await readBooking(db, held.bookingId);
  const ticket = booking.tickets.find(({ id }) => id === held.id);
  if (!ticket) throw new DomainError('not_found');
  // What its buyer has tried with it is not for whoever comes with it.
  const ownOnly = held.guestOfBuyer ? { offer: null, transfers: [] } : {};
  return { held, booking, ticket: { ...ticket, ...ownOnly, code: held.code } };
}

/**
 * A ticket for whoever comes with it and did not buy it, or took it. Only reads.
 *
 * @throws DomainError `not_found`, also for one that is somebody else's
 */
export async function findTicket(code: string, access: HolderAccess): Promise<HeldTicketView> {
  const { held, booking, ticket } = await openForHolder(code, access);
  const { event, paymentsMode, now } = booking;
  return {
    ticket,
    event,
    paymentsMode,
    now,
    stands: booking.status === 'confirmed' && event.status !== 'cancelled',
    openedByAccount: !held.openedByKey,
    guestOfBuyer: held.guestOfBuyer,
    buyerName: booking.buyerName ?? '',
  };
}
