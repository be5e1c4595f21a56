import { and, eq, sql } from 'drizzle-orm';
import { memberInvitations } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor, MemberRole } from '../auth/actor.ts';
import { may } from '../auth/policy.ts';
import type { Transaction } from '../database.ts';
import { unanswered } from './invitation-rows.ts';

/**
 * A step: ends the open invitations of somebody who may not invite any more, so that nobody comes back in by an
 * invitation to themselves which they sent before.
 *
 * @param sender who sent them, and what they are to the organizer now: null when they are out
 */
export async function endInvitationsBy(
  tx: Transaction,
  actor: Actor,
  organizerId: string,
  sender: { userId: string; role: MemberRole | null },
): Promise<void> {
  const memberships = sender.role ? [{ organizerId, role: sender.role }] : [];
  const now: Actor = { kind: 'user', userId: sender.userId, role: 'attendee', sessionId: '', memberships };
  if (may(now, 'member.invite', { organizerId })) return;
  const ended = await tx
    .update(memberInvitations)
    .set({ endedAt: sql`app_now()` })
    .where(
      and(
        eq(memberInvitations.organizerId, organizerId),
        eq(memberInvitations.invitedBy, sender.userId),
        unanswered,
      ),
    )
    .returning({ id: memberInvitations.id });
  for (const { id } of ended) {
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'invitation.withdrawn',
      object: { type: 'invitation', id },
    });
  }
}
