import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { lockTeam } from './lock-team.ts';
import { takeOutOfTeam } from './take-out-of-team.ts';

/**
 * Takes somebody out of the team. They lose access at their next request.
 *
 * @throws DomainError `last_owner`; `not_found` for somebody who is no member (any more); and what `assertMay` throws.
 */
export async function removeMember(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  userId: string,
): Promise<void> {
  assertMay(actor, 'member.remove', { organizerId });
  await db.transaction(async (tx) => {
    const team = await lockTeam(tx, actor, 'member.remove', organizerId);
    await takeOutOfTeam(tx, actor, organizerId, team, userId, 'member.removed');
  });
}
