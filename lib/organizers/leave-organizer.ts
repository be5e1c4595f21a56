import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { lockTeam } from './lock-team.ts';
import { takeOutOfTeam } from './take-out-of-team.ts';

/**
 * Goes by oneself. Also from an organizer that is suspended: nobody has to stay.
 *
 * @throws DomainError `last_owner`; `not_found` for an admin who is no member; and what `assertMay` throws.
 */
export async function leaveOrganizer(db: Queryable, actor: UserActor, organizerId: string): Promise<void> {
  assertMay(actor, 'member.leave', { organizerId });
  await db.transaction(async (tx) => {
    const team = await lockTeam(tx, actor, 'member.leave', organizerId);
    await takeOutOfTeam(tx, actor, organizerId, team, actor.userId, 'member.left');
  });
}
