import { eq } from 'drizzle-orm';
import { members, users } from '#db/schema/index.ts';
import type { Actor, MemberRole } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';

export type OrganizerMember = {
  userId: string;
  name: string;
  email: string;
  pictureId: string | null;
  role: MemberRole;
  since: Date;
};

/**
 * Who works for an organizer: owners first, then in the order of their names.
 *
 * @throws what `assertMay` throws.
 */
export async function listMembers(
  db: Queryable,
  actor: Actor,
  organizerId: string,
): Promise<OrganizerMember[]> {
  assertMay(actor, 'members.list', { organizerId });
  return db
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      pictureId: users.pictureId,
      role: members.role,
      since: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizerId, organizerId))
    .orderBy(members.role, users.name, users.id);
}
