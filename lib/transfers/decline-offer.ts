import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { findOffer } from './find-offer.ts';

/**
 * A flow: says no to a ticket that was offered by mail, and tells who offered it. The ticket stays where it is.
 *
 * @throws DomainError `not_found` for a key that leads nowhere; `offer_over`
 */
export async function declineOffer(key: string, actor: Actor): Promise<void> {
  const db = database();
  const offer = await findOffer(db, key);
  if (!offer) throw new DomainError('not_found');
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ from_email: string; locale: string }>(sql`
      update ticket_transfers set status = 'declined', ended_at = app_now()
      where id = ${offer.id} and status = 'offered' and expires_at > app_now()
      returning from_email, locale`);
    const [declined] = rows;
    if (!declined) throw new DomainError('offer_over');
    await enqueueLetter(tx, {
      kind: 'transfer_ended',
      subjectId: offer.id,
      recipient: declined.from_email,
      locale: declined.locale,
    });
    await recordAudit(tx, {
      actor,
      organizerId: offer.organizerId,
      action: 'ticket.offer_declined',
      object: { type: 'ticket', id: offer.ticketId },
    });
  });
}
