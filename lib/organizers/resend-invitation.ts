import { and, eq, sql } from 'drizzle-orm';
import { deliveries, memberInvitations } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { limitLetter } from '../auth/rate-limits.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { invitationEnd, invitationOf, unanswered } from './invitation-rows.ts';

/**
 * Sends an invitation once more, with a key of its own, and lets it stand as long as a new one; also one that has run
 * out. The keys that went out before stay good: they lead to the same invitation.
 *
 * @throws DomainError `not_found` for one of another organizer; `invitation_over` once it was accepted or withdrawn;
 * `too_many_tries` when that address has been invited too often;
 * and what `assertMay` throws.
 */
export async function resendInvitation(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  invitationId: string,
): Promise<void> {
  assertMay(actor, 'member.invite', { organizerId });
  const [known] = await db
    .select({ email: memberInvitations.email })
    .from(memberInvitations)
    .where(invitationOf(organizerId, invitationId));
  if (!known) throw new DomainError('not_found');
  await limitLetter('invitation', known.email, () => sendAgain(db, actor, organizerId, invitationId));
}

async function sendAgain(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  invitationId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    // The row is locked by this, so two who send it again at once count one after the other.
    const [again] = await tx
      .update(memberInvitations)
      .set({ expiresAt: invitationEnd })
      .where(and(invitationOf(organizerId, invitationId), unanswered))
      .returning({ email: memberInvitations.email, locale: memberInvitations.locale });
    if (!again) throw new DomainError('invitation_over');
    const [sent] = await tx
      .select({ next: sql<number>`coalesce(max(${deliveries.revision}) + 1, 0)::int` })
      .from(deliveries)
      .where(and(eq(deliveries.subjectId, invitationId), eq(deliveries.kind, 'invitation')));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'invitation.sent_again',
      object: { type: 'invitation', id: invitationId },
    });
    await enqueueLetter(tx, {
      kind: 'invitation',
      subjectId: invitationId,
      recipient: again.email,
      locale: again.locale,
      revision: sent?.next ?? 0,
    });
  });
}
