import { and, sql } from 'drizzle-orm';
import { memberInvitations } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { invitationOf, unanswered } from './invitation-rows.ts';

/**
 * Takes an invitation back: from now on its keys open nothing. Withdrawing twice is no mistake.
 *
 * @returns false when it had been withdrawn or had ended before
 * @throws DomainError `not_found` for one of another organizer; `invitation_over` once it was accepted, which only
 * `remove-member` undoes; and what `assertMay` throws.
 */
export async function withdrawInvitation(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  invitationId: string,
): Promise<{ withdrawn: boolean }> {
  assertMay(actor, 'member.invite', { organizerId });
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(memberInvitations)
      .set({ endedAt: sql`app_now()` })
      .where(and(invitationOf(organizerId, invitationId), unanswered))
      .returning({ id: memberInvitations.id });
    if (ended.length === 0) {
      const [known] = await tx
        .select({ acceptedAt: memberInvitations.acceptedAt })
        .from(memberInvitations)
        .where(invitationOf(organizerId, invitationId));
      if (!known) throw new DomainError('not_found');
      if (known.acceptedAt) throw new DomainError('invitation_over');
      return { withdrawn: false };
    }
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'invitation.withdrawn',
      object: { type: 'invitation', id: invitationId },
    });
    return { withdrawn: true };
  });
}
