import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { members } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { changeMemberRoleSchema } from './change-member-role.schema.ts';
import { endInvitationsBy } from './end-invitations.ts';
import { assertOwnerRemains, lockTeam } from './lock-team.ts';

/**
 * Makes a member something else to the organizer. It acts at their next request. Whoever may not invite any more takes
 * their open invitations with them.
 *
 * @throws DomainError `last_owner`; `not_found` for somebody who is no member; and what `assertMay` throws.
 */
export async function changeMemberRole(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: z.input<typeof changeMemberRoleSchema>,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'member.change', { organizerId });
  const { userId, role } = parseInput(changeMemberRoleSchema, input);
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, actor, 'member.change', organizerId);
    const before = team.find((member) => member.userId === userId)?.role;
    if (!before) throw new DomainError('not_found');
    if (before === role) return { changed: false };
    assertOwnerRemains(team, userId);
    await tx
      .update(members)
      .set({ role })
      .where(and(eq(members.organizerId, organizerId), eq(members.userId, userId)));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'member.role_changed',
      object: { type: 'user', id: userId },
      changes: { role: [before, role] },
    });
    await endInvitationsBy(tx, actor, organizerId, { userId, role });
    return { changed: true };
  });
}
