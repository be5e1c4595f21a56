import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { type Action, may } from '../auth/policy.ts';
import { isBookingKey } from '../booking/booking-access.ts';
import type { Queryable, Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isReference, normaliseReference } from '../reference.ts';
import { asLinked, isTicketKey } from '../tickets/ticket-key.ts';

/**
 * Who asks for a ticket: the signed-in person, the key that their browser keeps for its booking, and the one it keeps
 * for the ticket itself, from the mail of whoever comes with it or took it.
 */
export type HolderAccess = { actor: Actor; bookingKey: string | null; ticketKey: string | null };

/** A ticket, opened for the one person whose it is. */
export type HeldTicket = {
  id: string;
  code: string;
  revision: number;
  bookingId: string;
  eventId: string;
  organizerId: string;
  /** Of its booking. */
  reference: string;
  /** Whether it is somebody's who did not buy it. */
  transferred: boolean;
  /** The account it is in, if any. */
  userId: string | null;
  /** Whether this reader brought its key. */
  openedByKey: boolean;
  /** Whether this reader comes with a ticket that is still its buyer's: they may look, and change nothing. */
  guestOfBuyer: boolean;
};

/**
 * Finds a ticket for whoever has it: its buyer, until it is handed on, and from then on whoever took it, alone. Whoever
 * comes with a ticket of its buyer's can read it by the key in their own mail, until it is handed on.
 *
 * @throws DomainError `not_found`, whether there is none or it is not theirs
 */
export async function openTicket(
  db: Queryable,
  code: string,
  { actor, bookingKey, ticketKey }: HolderAccess,
  action: Extract<Action, 'ticket.read' | 'ticket.change'>,
): Promise<HeldTicket> {
  const normalised = normaliseReference(code);
  if (!isReference(normalised)) throw new DomainError('not_found');
  const { rows } = await db.execute<{
    id: string;
    code: string;
    revision: number;
    transferred: boolean;
    holder: string | null;
    bookingId: string;
    eventId: string;
    organizerId: string;
    reference: string;
    buyer: string | null;
    secretHash: Buffer;
    email: string | null;
  }>(sql`
    select t.id, t.code, t.revision, t.transferred_at is not null as transferred, t.holder_user_id as holder,
      b.id as "bookingId", b.event_id as "eventId", b.organizer_id as "organizerId", b.reference, b.user_id as buyer,
      b.secret_hash as "secretHash", t.attendee_email as email
    from tickets t join bookings b on b.id = t.booking_id where t.code = ${normalised}`);
  const [found] = rows;
  if (!found) throw new DomainError('not_found');
  const { holder, buyer, secretHash, email: _, ...ticket } = found;
  const userId = ticket.transferred ? holder : buyer;
  const ofTicket = isTicketKey(ticketKey, asLinked(found));
  const guestOfBuyer = ofTicket && !ticket.transferred && action === 'ticket.read';
  const hasKey = ticket.transferred
    ? ofTicket
    : guestOfBuyer || isBookingKey(bookingKey, { id: ticket.bookingId, secretHash });
  // Members of the organizer look after the booking; what its holder does with a ticket is nobody else's business.
  if (!hasKey && !may(actor, action, { userId })) throw new DomainError('not_found');
  return { ...ticket, userId, openedByKey: hasKey, guestOfBuyer };
}

/**
 * A step: asks once more whose a ticket is, once its row is locked: they may have been erased, or lost its key, while
 * others had it. A key alone does not open what was in an account and is not any more.
 *
 * @throws DomainError `not_found`
 */
export async function assertStillTheirs(
  tx: Transaction,
  ticket: HeldTicket,
  access: HolderAccess,
): Promise<void> {
  const now = await openTicket(tx, ticket.code, access, 'ticket.change');
  if (ticket.userId !== null && now.userId !== ticket.userId) throw new DomainError('not_found');
}
