import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { endSessions } from '../auth/end-sessions.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Entrant } from '../auth/session-row.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { findRequest, lockAsker, spendRequest, spendRequestsOf } from './account-request.ts';
import { endEmailChanges } from './end-email-changes.ts';
import type { ResetPasswordInput } from './reset-password.schema.ts';

/**
 * A flow: gives an account the password that whoever brings the key has chosen. Every session of it ends, with
 * every other key and change of address that is open, and a letter tells its owner. Opens no session.
 *
 * @throws DomainError `link_used`, `account_suspended`, `busy`
 */
export async function resetPassword({ key, password }: ResetPasswordInput): Promise<Entrant> {
  // A key that leads nowhere is not worth a computation.
  if (!(await findRequest('reset_password', key))?.usable) throw new DomainError('link_used');
  const passwordHash = await hashPassword(password);
  return database().transaction(async (tx) => {
    await lockAsker(tx, key);
    const { id, userId } = await spendRequest(tx, 'reset_password', key);
    if (userId === null) throw new DomainError('link_used');
    const [user] = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.id, userId))
      .returning({ email: users.email, locale: users.locale, suspendedAt: users.suspendedAt });
    if (!user) throw new DomainError('link_used');
    if (user.suspendedAt) throw new DomainError('account_suspended');
    await endSessions(tx, userId);
    await spendRequestsOf(tx, userId);
    await endEmailChanges(tx, { kind: 'guest' }, userId);
    await recordAudit(tx, {
      actor: { kind: 'guest' },
      organizerId: null,
      action: 'user.password_reset',
      object: { type: 'user', id: userId },
    });
    await enqueueLetter(tx, {
      kind: 'password_changed',
      subjectId: id,
      recipient: user.email,
      locale: user.locale,
    });
    return { userId, passwordHash };
  });
}
