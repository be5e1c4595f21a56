import { and, eq } from 'drizzle-orm';
import { members } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { endInvitationsBy } from './end-invitations.ts';
import { assertOwnerRemains, type TeamMember } from './lock-team.ts';

/**
 * A step, under the lock of the team: ends a membership, with the invitations that its member sent.
 *
 * @throws DomainError `last_owner`; `not_found` for somebody who is no member (any more)
 */
export async function takeOutOfTeam(
  tx: Transaction,
  actor: Actor,
  organizerId: string,
  team: readonly TeamMember[],
  userId: string,
  action: 'member.removed' | 'member.left',
): Promise<void> {
  const role = team.find((member) => member.userId === userId)?.role;
  if (!role) throw new DomainError('not_found');
  assertOwnerRemains(team, userId);
  await tx.delete(members).where(and(eq(members.organizerId, organizerId), eq(members.userId, userId)));
  await recordAudit(tx, {
    actor,
    organizerId,
    action,
    object: { type: 'user', id: userId },
    changes: { role: [role, null] },
  });
  await endInvitationsBy(tx, actor, organizerId, { userId, role: null });
}
