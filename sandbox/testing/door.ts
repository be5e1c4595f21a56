import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { members, tickets, users } from '#db/schema/index.ts';
import type { MemberRole, UserActor } from '#lib/auth/actor.ts';
import { database } from '#lib/database.ts';
import { env } from '#lib/env.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { newReference } from '#lib/reference.ts';
import { type CheckInResult, checkInTicket } from '#lib/tickets/check-in-ticket.ts';
import { parseTicketKeys, signTicketCode } from '#lib/tickets/ticket-code.ts';
import type { EventOnSale } from './application.ts';
import { guestHolds } from './buyer.ts';

/** An event that costs nothing, so that holding and confirming it is one step. */
export const freeTickets = { ticketTypes: [{ name: 'Standing', price: 0, fee: 0, quantity: 100 }] };

export type TestTicket = { id: string; code: string; eventId: string };

/** The tickets of a confirmed booking of an event that costs nothing; Marta Ferreira booked them. */
export async function bookTickets(
  event: { eventId: string; ticketTypes: { id: string }[] },
  count = 1,
): Promise<TestTicket[]> {
  const booking = await guestHolds(event, count);
  await startPayment(booking.reference, booking.form, booking.access);
  return database()
    .select({ id: tickets.id, code: tickets.code, eventId: tickets.eventId })
    .from(tickets)
    .where(eq(tickets.bookingId, booking.bookingId))
    .orderBy(tickets.position);
}

/** The first ticket of such a booking. */
export async function bookTicket(
  event: { eventId: string; ticketTypes: { id: string }[] },
  count = 1,
): Promise<TestTicket> {
  const [ticket] = await bookTickets(event, count);
  if (!ticket) throw new Error('there is no ticket');
  return ticket;
}

/** What its QR code says. */
export const signedCode = ({ id, eventId }: TestTicket, revision = 0): string =>
  signTicketCode({ eventId, ticketId: id, revision }, parseTicketKeys(env().ticketSigningKeys));

/** Somebody who works at the event's house. */
export async function houseMember(
  { house }: EventOnSale,
  role: MemberRole = 'door',
  name = 'Ana Prata',
): Promise<UserActor> {
  const [user] = await database()
    .insert(users)
    .values({ email: `${newReference()}@example.org`, name })
    .returning({ id: users.id });
  const userId = user?.id ?? '';
  const { organizerId, owner } = house;
  await database().insert(members).values({ organizerId, userId, role });
  return { ...owner, userId, memberships: [{ organizerId, role }] };
}

/** One scan at the main door, unless another is named. */
export const scan = (
  actor: UserActor,
  event: { eventId: string },
  ticket: string,
  more: { door?: string; scanId?: string; anyDay?: boolean } = {},
): Promise<CheckInResult> =>
  checkInTicket(database(), actor, event.eventId, {
    ticket,
    door: 'Main door',
    scanId: randomUUID(),
    ...more,
  });

export async function ticketStatus({ id }: TestTicket): Promise<string | undefined> {
  const [row] = await database().select({ status: tickets.status }).from(tickets).where(eq(tickets.id, id));
  return row?.status;
}
