import { sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { newReference } from '../reference.ts';
import { transfersOpen } from '../tickets/holder-rules.ts';
import { ticketKey } from '../tickets/ticket-key.ts';
import { findOffer } from './find-offer.ts';
import { nameOnTicketSchema } from './name-on-ticket.schema.ts';

/**
 * A flow: takes a ticket that was offered by mail. In this moment it gets other codes, and those of before stop working:
 * the ticket's row, which a door takes as well, decides who was first.
 *
 * @param key from the mail; whoever has it may take the ticket, with an account or without
 * @returns the ticket's new code, and the key that opens it
 * @throws DomainError `not_found` for a key that leads nowhere; `offer_over`, `ticket_used`, `ticket_not_valid`,
 * `transfers_closed`; `invalid_input`; `sign_in_needed` when whoever takes it was erased meanwhile
 */
export async function claimTicket(
  key: string,
  actor: Actor,
  input: z.input<typeof nameOnTicketSchema>,
): Promise<{ code: string; key: string }> {
  const { name } = parseInput(nameOnTicketSchema, input);
  const db = database();
  const offer = await findOffer(db, key);
  if (!offer) throw new DomainError('not_found');
  return db.transaction(async (tx) => {
    const before = await lockPassable(tx, offer.ticketId);
    const { claimant, email } = await accountOf(tx, actor, offer.toEmail);
    const { rows } = await tx.execute<{ from_email: string; locale: string }>(sql`
      update ticket_transfers set status = 'claimed', ended_at = app_now(), former_code = ${before.code},
        to_name = ${name}, claimed_by = ${claimant}
      where id = ${offer.id} and status = 'offered' and expires_at > app_now()
      returning from_email, locale`);
    const [claimed] = rows;
    if (!claimed) throw new DomainError('offer_over');
    assertPassable(before);
    const ticket = { id: offer.ticketId, code: newReference(), revision: before.revision + 1 };
    await tx.execute(sql`
      update tickets set code = ${ticket.code}, revision = ${ticket.revision}, attendee_name = ${name},
        attendee_email = ${email}, transferred_at = app_now(), holder_user_id = ${claimant}
      where id = ${ticket.id}`);
    const { from_email, locale } = claimed;
    const letter = { subjectId: offer.id, locale };
    await enqueueLetter(tx, { ...letter, kind: 'ticket_claimed', recipient: email });
    await enqueueLetter(tx, { ...letter, kind: 'transfer_ended', recipient: from_email });
    // Whoever was to come along has a mail with the code that has just died.
    const { companion } = before;
    if (companion !== null && ![from_email, email].some((known) => known.toLowerCase() === companion)) {
      await enqueueLetter(tx, { ...letter, kind: 'transfer_ended', recipient: companion });
    }
    await recordAudit(tx, {
      actor,
      organizerId: offer.organizerId,
      action: 'ticket.claimed',
      object: { type: 'ticket', id: ticket.id },
      changes: { revision: [before.revision, ticket.revision] },
      ...(claimant && { personal: { personId: claimant, changes: { name: [null, name] } } }),
    });
    return { code: ticket.code, key: ticketKey({ ...ticket, transferred: true }) };
  });
}

type Before = {
  code: string;
  revision: number;
  status: string;
  open: boolean;
  /** To whose address its buyer had it sent as well. */
  companion: string | null;
};

/** Takes the ticket's row: what it is now stays so until the end of the transaction. */
async function lockPassable(tx: Transaction, ticketId: string): Promise<Before> {
  const { rows } = await tx.execute<Before>(sql`
    select t.code, t.revision, t.status,
      case when t.transferred_at is null then lower(t.attendee_email::text) end as companion,
      ${transfersOpen} and b.status = 'confirmed' as open
    from tickets t join events e on e.id = t.event_id join bookings b on b.id = t.booking_id
    where t.id = ${ticketId} for no key update of t`);
  const [before] = rows;
  if (!before) throw new DomainError('not_found');
  return before;
}

function assertPassable({ status, open }: Before): void {
  if (status === 'used') throw new DomainError('ticket_used');
  if (status !== 'valid') throw new DomainError('ticket_not_valid');
  if (!open) throw new DomainError('transfers_closed');
}

/**
 * Whose account it goes into, and where its mail goes from now on: theirs who take it, signed in, whoever the letter was
 * to. Else it stays with the address that the letter was to, which they have shown to read.
 */
async function accountOf(
  tx: Transaction,
  actor: Actor,
  toEmail: string,
): Promise<{ claimant: string | null; email: string }> {
  const who = actor.kind === 'user' ? sql`id = ${actor.userId}` : sql`email = ${toEmail}::citext`;
  const { rows } = await tx.execute<{ id: string; email: string }>(sql`
    select id, email from users where ${who} and email_verified_at is not null for key share`);
  const [account] = rows;
  if (!account && actor.kind === 'user') throw new DomainError('sign_in_needed');
  return { claimant: account?.id ?? null, email: account?.email ?? toEmail };
}
