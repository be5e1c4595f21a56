import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { assertStillTheirs, type HolderAccess, openTicket } from './holder-access.ts';

/**
 * A flow: takes an open offer of a ticket back, and tells whoever it was made to.
 *
 * @throws DomainError `not_found` for a ticket that is not theirs; `offer_over` when it has been taken or was answered
 */
export async function withdrawOffer(code: string, access: HolderAccess): Promise<void> {
  const db = database();
  const ticket = await openTicket(db, code, access, 'ticket.change');
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from tickets where id = ${ticket.id} for no key update`);
    await assertStillTheirs(tx, ticket, access);
    const { rows } = await tx.execute<{ id: string; to_email: string; locale: string }>(sql`
      update ticket_transfers set status = 'withdrawn', ended_at = app_now()
      where ticket_id = ${ticket.id} and status = 'offered'
      returning id, to_email, locale`);
    const [ended] = rows;
    if (!ended) throw new DomainError('offer_over');
    const { id, to_email, locale } = ended;
    await enqueueLetter(tx, { kind: 'transfer_ended', subjectId: id, recipient: to_email, locale });
    await recordAudit(tx, {
      actor: access.actor,
      organizerId: ticket.organizerId,
      action: 'ticket.offer_withdrawn',
      object: { type: 'ticket', id: ticket.id },
    });
  });
}
