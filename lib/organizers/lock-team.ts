import { eq, sql } from 'drizzle-orm';
import { members, organizers, users } from '#db/schema/index.ts';
import type { Actor, MemberRole } from '../auth/actor.ts';
import { type Action, assertMay } from '../auth/policy.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';

export type TeamMember = { userId: string; role: MemberRole; suspended: boolean };

/**
 * A step: locks an organizer's team and asks once more whether the actor may, with the role they have now. So two owners
 * who put each other out at the same instant come one after the other, and whoever was put out first puts nobody out.
 * Buyers are not kept waiting: sales lock events, and read an organizer at most.
 *
 * @returns everybody who belongs to it
 * @throws what `assertMay` throws, and `not_found`
 */
export async function lockTeam(
  tx: Transaction,
  actor: Actor,
  action: Action,
  organizerId: string,
): Promise<TeamMember[]> {
  const [organizer] = await tx
    .select({ suspended: sql<boolean>`${organizers.suspendedAt} is not null` })
    .from(organizers)
    .where(eq(organizers.id, organizerId))
    .for('no key update');
  if (!organizer) throw new DomainError('not_found');
  const team = await tx
    .select({
      userId: members.userId,
      role: members.role,
      suspended: sql<boolean>`${users.suspendedAt} is not null`,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizerId, organizerId));
  assertMay(asOfNow(actor, organizerId, organizer.suspended, team), action, { organizerId });
  return team;
}

/** The actor with the role that the database knows now, which may be another one than when the request came in. */
function asOfNow(actor: Actor, organizerId: string, suspended: boolean, team: TeamMember[]): Actor {
  if (actor.kind !== 'user') return actor;
  const role = team.find(({ userId }) => userId === actor.userId)?.role;
  return { ...actor, memberships: role ? [{ organizerId, role, suspended }] : [] };
}

/**
 * Stops what would leave an organizer without an owner who can act. Ask under the lock of the team.
 *
 * @param userId who would go, or be something else
 * @throws DomainError `last_owner`
 */
export function assertOwnerRemains(team: readonly TeamMember[], userId: string): void {
  if (team.find((member) => member.userId === userId)?.role !== 'owner') return;
  if (team.some((member) => member.userId !== userId && member.role === 'owner' && !member.suspended)) return;
  throw new DomainError('last_owner');
}
