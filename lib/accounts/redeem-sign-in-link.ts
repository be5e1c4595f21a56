import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Entrant } from '../auth/session-row.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { spendRequest } from './account-request.ts';

/**
 * A flow: lets whoever brings the key of a sign-in link into their account. Opens no session.
 *
 * @throws DomainError `link_used`, `account_suspended`
 */
export async function redeemSignInLink(key: string): Promise<Entrant & { nextPath: string | null }> {
  return database().transaction(async (tx) => {
    const { userId, nextPath } = await spendRequest(tx, 'sign_in', key);
    if (userId === null) throw new DomainError('link_used');
    const [user] = await tx
      .select({ passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, userId));
    if (!user) throw new DomainError('link_used');
    if (user.suspendedAt) throw new DomainError('account_suspended');
    await recordAudit(tx, {
      actor: { kind: 'guest' },
      organizerId: null,
      action: 'user.signed_in_by_link',
      object: { type: 'user', id: userId },
    });
    return { userId, passwordHash: user.passwordHash, nextPath };
  });
}
