import { and, eq, sql } from 'drizzle-orm';
import { memberInvitations } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { acceptable } from './invitation-rows.ts';

/**
 * Says no to an invitation. The key from its mail is what it takes: nobody needs an account to be left in peace.
 *
 * @throws DomainError `not_found` for a key that opens none; `invitation_over` for one that is not open any more
 */
export async function declineInvitation(db: Queryable, actor: Actor, key: string): Promise<void> {
  const invitationId = await openMailKey(db, 'invitation', key);
  if (!invitationId) throw new DomainError('not_found');
  await db.transaction(async (tx) => {
    const [declined] = await tx
      .update(memberInvitations)
      .set({ endedAt: sql`app_now()` })
      .where(and(eq(memberInvitations.id, invitationId), acceptable))
      .returning({ organizerId: memberInvitations.organizerId });
    if (!declined) throw new DomainError('invitation_over');
    await recordAudit(tx, {
      actor,
      organizerId: declined.organizerId,
      action: 'invitation.declined',
      object: { type: 'invitation', id: invitationId },
    });
  });
}
