import { eq, sql } from 'drizzle-orm';
import { emailChanges, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { isPassword } from '../auth/passwords.ts';
import { assertMay } from '../auth/policy.ts';
import { countLetter, countLetterRequest, countSignIn, forgiveSignIn } from '../auth/rate-limits.ts';
import { database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { type ChangeEmailInput, changeEmailSchema } from './change-email.schema.ts';
import { endEmailChanges } from './end-email-changes.ts';

/** For how long both letters can be answered, in hours. */
const LASTS = 24;

/**
 * A flow: asks both addresses whether the account may move from the one to the other. Nothing changes before both have
 * said yes (`confirm-email-change`). A new try takes the place of the one before. Whether the new address has an account
 * already is told in the letter to it alone.
 *
 * @param address where the request comes from
 * @throws DomainError `wrong_credentials`, `same_address`, `too_many_tries`, `busy`, `invalid_input`
 */
export async function requestEmailChange(
  actor: UserActor,
  input: ChangeEmailInput,
  address: string,
): Promise<void> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  const { email: wanted, current } = parseInput(changeEmailSchema, input);
  const [known] = await database()
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!known) throw new DomainError('not_found');
  if (known.passwordHash !== null) {
    await countSignIn(known.email, address);
    if (!(await isPassword(current, known.passwordHash))) throw new DomainError('wrong_credentials');
    await forgiveSignIn(known.email, address);
  }
  await countLetterRequest(address);
  // An inbox that has had enough letters gets no more of them, and nobody is told.
  const mayWrite = await countLetter('email_change', wanted);
  await database().transaction(async (tx) => {
    const [user] = await tx
      .select({ email: users.email, locale: users.locale, passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, actor.userId))
      .for('no key update');
    if (!user) throw new DomainError('not_found');
    if (user.passwordHash !== known.passwordHash) throw new DomainError('wrong_credentials');
    if (user.email.toLowerCase() === wanted.toLowerCase()) throw new DomainError('same_address');
    await endEmailChanges(tx, actor, actor.userId);
    const [change] = await tx
      .insert(emailChanges)
      .values({
        userId: actor.userId,
        oldEmail: user.email,
        newEmail: wanted,
        expiresAt: sql`app_now() + make_interval(hours => ${LASTS})`,
      })
      .returning({ id: emailChanges.id });
    if (!change) throw new Error('no change was stored');
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.email_change_asked',
      object: { type: 'user', id: actor.userId },
      personal: { personId: actor.userId, changes: { email: [user.email, wanted] } },
    });
    for (const recipient of mayWrite ? [user.email, wanted] : [user.email]) {
      await enqueueLetter(tx, {
        kind: 'email_change',
        subjectId: change.id,
        recipient,
        locale: user.locale,
      });
    }
  });
}
