import { and, eq, isNull, sql } from 'drizzle-orm';
import { sessions, users } from '#db/schema/index.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueJob } from '../job-queue.ts';
import type { Entrant } from './session-row.ts';

/** What Google says of somebody: https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload */
export type GoogleProfile = { email: string; emailVerified: boolean; name: string };

/**
 * The account of somebody whom Google vouches for, made now if there is none.
 *
 * Where the address was never confirmed here, somebody else may have registered it and be waiting for its owner. So
 * the owner takes it over: that password goes, and every session of it ends.
 *
 * @throws DomainError `not_allowed` when Google has not verified the address; `account_suspended`
 */
export async function signInWithGoogle(profile: GoogleProfile): Promise<Entrant> {
  if (!profile.emailVerified) throw new DomainError('not_allowed');
  return database().transaction(async (tx) => {
    await tx
      .insert(users)
      .values({ email: profile.email, name: profile.name, emailVerifiedAt: sql`app_now()` })
      .onConflictDoNothing({ target: users.email });
    const [user] = await tx
      .select({
        id: users.id,
        passwordHash: users.passwordHash,
        verified: users.emailVerifiedAt,
        suspendedAt: users.suspendedAt,
      })
      .from(users)
      .where(eq(users.email, profile.email))
      .for('update');
    if (!user) throw new Error('the account is gone again');
    if (user.suspendedAt) throw new DomainError('account_suspended');
    if (user.verified === null) {
      await tx
        .update(users)
        .set({ passwordHash: null, emailVerifiedAt: sql`app_now()` })
        .where(eq(users.id, user.id));
      await tx
        .update(sessions)
        .set({ revokedAt: sql`app_now()` })
        .where(and(eq(sessions.userId, user.id), isNull(sessions.revokedAt)));
    }
    // What they have booked as a guest is theirs to see. Another folder's business, so it is left to the worker.
    await enqueueJob(tx, 'adopt_bookings', { userId: user.id }, { key: `adopt ${user.id}` });
    return { userId: user.id, passwordHash: user.verified === null ? null : user.passwordHash };
  });
}
