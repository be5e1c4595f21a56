import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { members, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { addMemberSchema } from './add-member.schema.ts';

/**
 * Makes somebody with an account a member, without asking them: inviting by mail is a later issue. False when they
 * are one already, whatever their role; changing that is another verb.
 *
 * @throws DomainError `not_found` for an unknown user, `invalid_input`, and what `assertMay` throws.
 */
export async function addMember(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: z.input<typeof addMemberSchema>,
): Promise<{ added: boolean }> {
  assertMay(actor, 'member.add', { organizerId });
  const { userId, role } = parseInput(addMemberSchema, input);
  return db.transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!user) throw new DomainError('not_found');
    const added = await tx
      .insert(members)
      .values({ organizerId, userId, role })
      .onConflictDoNothing({ target: [members.organizerId, members.userId] })
      .returning({ userId: members.userId });
    if (added.length === 0) return { added: false };
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'member.added',
      object: { type: 'user', id: userId },
      changes: { role: [null, role] },
    });
    return { added: true };
  });
}
