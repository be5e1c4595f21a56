import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { memberInvitations, members, organizers, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable, Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { acceptable } from './invitation-rows.ts';

/**
 * Joins the organizer that has sent an invitation. It is for whoever is signed in with the address it went to, which has
 * been confirmed by mail, and for nobody else: the key in the mail only leads there, so a mail that was passed on lets
 * nobody in. Accepting twice, or in two windows at once, is accepting.
 *
 * @throws DomainError `not_found` for an invitation to another address; `invitation_over` when it was withdrawn or has
 * run out; `organizer_suspended`; and what `assertMay` throws.
 */
export async function acceptInvitation(
  db: Queryable,
  actor: Actor,
  invitationId: string,
): Promise<{ slug: string }> {
  return db.transaction(async (tx) => {
    const invitation = await findWithInvitee(tx, invitationId);
    assertMay(actor, 'invitation.answer', { userId: invitation?.inviteeId ?? null });
    const userId = invitation?.inviteeId;
    if (!invitation || !userId) throw new DomainError('not_found');
    const { organizerId, role, slug } = invitation;
    if (invitation.acceptedBy === userId) return { slug };
    if (invitation.suspended) throw new DomainError('organizer_suspended');
    const accepted = await tx
      .update(memberInvitations)
      .set({ acceptedAt: sql`app_now()`, acceptedBy: userId })
      .where(and(eq(memberInvitations.id, invitationId), acceptable))
      .returning({ id: memberInvitations.id });
    if (accepted.length === 0) {
      // Whoever came first from the other window has done it for both.
      if ((await findWithInvitee(tx, invitationId))?.acceptedBy === userId) return { slug };
      throw new DomainError('invitation_over');
    }
    const joined = await tx
      .insert(members)
      .values({ organizerId, userId, role })
      .onConflictDoNothing({ target: [members.organizerId, members.userId] })
      .returning({ userId: members.userId });
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'invitation.accepted',
      object: { type: 'invitation', id: invitationId },
      changes: joined.length > 0 ? { role: [null, role] } : {},
    });
    return { slug };
  });
}

/** The invitation, and whose account has its address. */
async function findWithInvitee(tx: Transaction, invitationId: string) {
  const [row] = await tx
    .select({
      organizerId: memberInvitations.organizerId,
      role: memberInvitations.role,
      acceptedBy: memberInvitations.acceptedBy,
      inviteeId: users.id,
      slug: organizers.slug,
      suspended: sql<boolean>`${organizers.suspendedAt} is not null`,
    })
    .from(memberInvitations)
    .innerJoin(organizers, eq(organizers.id, memberInvitations.organizerId))
    .leftJoin(users, and(eq(users.email, memberInvitations.email), isNotNull(users.emailVerifiedAt)))
    .where(eq(memberInvitations.id, invitationId));
  return row ?? null;
}
