import { sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { recordAudit } from '../audit/record.ts';
import { limitLetter } from '../auth/rate-limits.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { offersEndAt, transfersOpen } from '../tickets/holder-rules.ts';
import { endOffersDue } from './expire-offers.ts';
import { assertStillTheirs, type HeldTicket, type HolderAccess, openTicket } from './holder-access.ts';
import { offerTicketSchema } from './offer-ticket.schema.ts';

/**
 * A flow: offers a ticket to somebody by mail. It stays what it is, and where it is, until they take it.
 *
 * @param locale the language of the letter
 * @throws DomainError `not_found` for a ticket that is not theirs; `ticket_used`, `ticket_not_valid`, `transfers_closed`;
 * `already_offered` while an offer of it is open; `own_address`; `too_many_tries` when that address has been written to
 * too often; `invalid_input`
 */
export async function offerTicket(
  code: string,
  access: HolderAccess,
  input: z.input<typeof offerTicketSchema>,
  locale: string,
): Promise<void> {
  const wanted = parseInput(offerTicketSchema, input);
  // Nobody's inbox is to be flooded, whoever is behind it.
  await limitLetter('offer', wanted.email, () => offer(code, access, wanted, locale));
}

async function offer(
  code: string,
  access: HolderAccess,
  { name, email }: z.output<typeof offerTicketSchema>,
  locale: string,
): Promise<void> {
  const db = database();
  const ticket = await openTicket(db, code, access, 'ticket.change');
  await db.transaction(async (tx) => {
    await lockTicket(tx, ticket);
    await assertStillTheirs(tx, ticket, access);
    const from = await giverOf(tx, ticket);
    if (from.email.toLowerCase() === email.toLowerCase()) throw new DomainError('own_address');
    await endOffersDue(tx, ticket.id);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into ticket_transfers (ticket_id, from_name, from_email, to_name, to_email, locale, expires_at)
      select ${ticket.id}, ${from.name}, ${from.email}, ${name}, ${email}, ${locale}, ${offersEndAt}
      from events e where e.id = ${ticket.eventId}
      on conflict (ticket_id) where status = 'offered' do nothing
      returning id`);
    const [transfer] = rows;
    if (!transfer) throw new DomainError('already_offered');
    await enqueueLetter(tx, { kind: 'transfer_offered', subjectId: transfer.id, recipient: email, locale });
    await recordAudit(tx, {
      actor: access.actor,
      organizerId: ticket.organizerId,
      action: 'ticket.offered',
      // To whom stands with the offer, for as long as that is kept.
      object: { type: 'ticket', id: ticket.id },
    });
  });
}

/** Takes the ticket's row, and asks whether it can still change hands. */
async function lockTicket(tx: Transaction, ticket: HeldTicket): Promise<void> {
  const { rows } = await tx.execute<{ status: string; revision: number; open: boolean }>(sql`
    select t.status, t.revision, ${transfersOpen} and b.status = 'confirmed' as open
    from tickets t join events e on e.id = t.event_id join bookings b on b.id = t.booking_id
    where t.id = ${ticket.id} for no key update of t`);
  const [now] = rows;
  // It went to somebody else in between.
  if (!now || now.revision !== ticket.revision) throw new DomainError('not_found');
  if (now.status === 'used') throw new DomainError('ticket_used');
  if (now.status !== 'valid') throw new DomainError('ticket_not_valid');
  if (!now.open) throw new DomainError('transfers_closed');
}

/** Who has it now: its buyer, or whoever it was handed on to last. */
async function giverOf(tx: Transaction, ticket: HeldTicket): Promise<{ name: string; email: string }> {
  const { rows } = await tx.execute<{ name: string | null; email: string | null }>(
    ticket.transferred
      ? sql`select attendee_name as name, attendee_email as email from tickets where id = ${ticket.id}`
      : sql`select buyer_name as name, buyer_email as email from bookings where id = ${ticket.bookingId}`,
  );
  const { name, email } = rows[0] ?? {};
  if (!name || !email) throw new Error(`ticket ${ticket.id} is nobody's`);
  return { name, email };
}
