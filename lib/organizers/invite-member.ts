import { and, eq, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { memberInvitations, members, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { limitLetter } from '../auth/rate-limits.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { invitationEnd, unanswered } from './invitation-rows.ts';
import { inviteMemberSchema } from './invite-member.schema.ts';
import { lockTeam } from './lock-team.ts';

/**
 * Asks somebody by mail to join. Whether there is an account behind the address is not told; a person who has one is
 * written to in their own language.
 *
 * @param locale the language for somebody of whom nothing is known
 * @throws DomainError `too_many_tries` when that address has been invited too often; `already_member`; `already_invited` while an invitation to that address is open; `invalid_input`;
 * and what `assertMay` throws.
 */
export async function inviteMember(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: z.input<typeof inviteMemberSchema>,
  locale: string,
): Promise<{ invitationId: string }> {
  assertMay(actor, 'member.invite', { organizerId });
  const wanted = parseInput(inviteMemberSchema, input);
  return limitLetter('invitation', wanted.email, () => invite(db, actor, organizerId, wanted, locale));
}

function invite(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  { email, role }: z.output<typeof inviteMemberSchema>,
  locale: string,
): Promise<{ invitationId: string }> {
  return db.transaction(async (tx) => {
    await lockTeam(tx, actor, 'member.invite', organizerId);
    const [person] = await tx
      .select({ locale: users.locale, memberOf: members.organizerId })
      .from(users)
      .leftJoin(members, and(eq(members.userId, users.id), eq(members.organizerId, organizerId)))
      .where(eq(users.email, email));
    if (person?.memberOf) throw new DomainError('already_member');
    // One that has run out makes room; nobody has to withdraw it first.
    await tx
      .update(memberInvitations)
      .set({ endedAt: sql`app_now()` })
      .where(
        and(
          eq(memberInvitations.organizerId, organizerId),
          eq(memberInvitations.email, email),
          unanswered,
          lte(memberInvitations.expiresAt, sql`app_now()`),
        ),
      );
    const spoken = person?.locale ?? locale;
    const [invitation] = await tx
      .insert(memberInvitations)
      .values({
        organizerId,
        email,
        role,
        locale: spoken,
        invitedBy: actor.kind === 'user' ? actor.userId : null,
        expiresAt: invitationEnd,
      })
      .onConflictDoNothing({
        target: [memberInvitations.organizerId, memberInvitations.email],
        where: sql`accepted_at is null and ended_at is null`,
      })
      .returning({ id: memberInvitations.id });
    if (!invitation) throw new DomainError('already_invited');
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'invitation.sent',
      object: { type: 'invitation', id: invitation.id },
      changes: { role: [null, role] },
    });
    await enqueueLetter(tx, {
      kind: 'invitation',
      subjectId: invitation.id,
      recipient: email,
      locale: spoken,
    });
    return { invitationId: invitation.id };
  });
}
