import { eq, sql } from 'drizzle-orm';
import { memberInvitations, organizers, users } from '#db/schema/index.ts';
import type { MemberRole } from '../auth/actor.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import type { Queryable } from '../database.ts';

export type FoundInvitation = {
  id: string;
  organizer: { slug: string; name: string };
  role: MemberRole;
  /** The address it was sent to. */
  email: string;
  /** Who sent it, as long as they have an account. */
  from: string | null;
  state: 'open' | 'accepted' | 'withdrawn' | 'expired';
  expiresAt: Date;
};

/**
 * The invitation that a key from a mail leads to, whatever has become of it; null for a key that leads nowhere. Opening
 * spends nothing: mail scanners follow links.
 */
export async function findInvitation(db: Queryable, key: string): Promise<FoundInvitation | null> {
  const invitationId = await openMailKey(db, 'invitation', key);
  if (!invitationId) return null;
  const [found] = await db
    .select({
      id: memberInvitations.id,
      organizer: { slug: organizers.slug, name: organizers.name },
      role: memberInvitations.role,
      email: memberInvitations.email,
      from: users.name,
      state: sql<FoundInvitation['state']>`case
        when ${memberInvitations.acceptedAt} is not null then 'accepted'
        when ${memberInvitations.endedAt} is not null then 'withdrawn'
        when ${memberInvitations.expiresAt} <= app_now() then 'expired'
        else 'open' end`,
      expiresAt: memberInvitations.expiresAt,
    })
    .from(memberInvitations)
    .innerJoin(organizers, eq(organizers.id, memberInvitations.organizerId))
    .leftJoin(users, eq(users.id, memberInvitations.invitedBy))
    .where(eq(memberInvitations.id, invitationId));
  return found ?? null;
}
