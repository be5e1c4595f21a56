import { and, eq, isNull } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { endSessions } from '../auth/end-sessions.ts';
import { hashPassword, isPassword } from '../auth/passwords.ts';
import { assertMay } from '../auth/policy.ts';
import { countSignIn } from '../auth/rate-limits.ts';
import { database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { spendRequestsOf } from './account-request.ts';
import { type ChangePasswordInput, changePasswordSchema } from './change-password.schema.ts';
import { endEmailChanges } from './end-email-changes.ts';

/**
 * A flow: gives somebody another password. Who has one must know it, under the limits of signing in; who came in by a
 * link or with Google chooses their first. All other devices are signed out, keys and a change
 * of address that are open end, and a letter says so.
 *
 * @param address where the request comes from
 * @throws DomainError `wrong_credentials` for another old password, also when it was changed meanwhile; `too_many_tries`,
 * `busy`, `invalid_input`
 */
export async function changePassword(
  actor: UserActor,
  input: ChangePasswordInput,
  address: string,
): Promise<void> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  const { current, password } = parseInput(changePasswordSchema, input);
  const [user] = await database()
    .select({ email: users.email, locale: users.locale, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!user) throw new DomainError('not_found');
  const { email, locale, passwordHash: before } = user;
  if (before !== null) {
    await countSignIn(email, address);
    if (!(await isPassword(current, before))) throw new DomainError('wrong_credentials');
  }
  const passwordHash = await hashPassword(password);
  await database().transaction(async (tx) => {
    const same = before === null ? isNull(users.passwordHash) : eq(users.passwordHash, before);
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, actor.userId), same))
      .returning({ id: users.id });
    if (changed.length === 0) throw new DomainError('wrong_credentials');
    await endSessions(tx, actor.userId, actor.sessionId);
    await spendRequestsOf(tx, actor.userId);
    await endEmailChanges(tx, actor, actor.userId);
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.password_changed',
      object: { type: 'user', id: actor.userId },
    });
    await enqueueLetter(tx, {
      kind: 'password_changed',
      subjectId: crypto.randomUUID(),
      recipient: email,
      locale,
    });
  });
}
