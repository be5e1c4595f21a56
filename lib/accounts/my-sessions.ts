import { and, eq, isNull, sql } from 'drizzle-orm';
import { sessions } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { endSessions } from '../auth/end-sessions.ts';
import { assertMay } from '../auth/policy.ts';
import { database } from '../database.ts';

export type MySession = {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  current: boolean;
};

/** Where somebody is signed in, this device first, then what was seen last. */
export async function listMySessions(actor: UserActor): Promise<MySession[]> {
  assertMay(actor, 'account.read', { userId: actor.userId });
  const rows = await database()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, actor.userId),
        isNull(sessions.revokedAt),
        sql`${sessions.expiresAt} > app_now()`,
      ),
    )
    .orderBy(sql`${sessions.id} = ${actor.sessionId} desc`, sql`${sessions.lastSeenAt} desc`)
    .limit(100);
  return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
}

/**
 * A flow: signs somebody out on one of their devices, or with null on all but this one, at the next request of each.
 *
 * @returns how many ended; 0 for one that had ended, or is not theirs
 */
export async function endMySessions(actor: UserActor, sessionId: string | null): Promise<number> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  return database().transaction(async (tx) => {
    const ended =
      sessionId === null
        ? await endSessions(tx, actor.userId, actor.sessionId)
        : ((
            await tx
              .update(sessions)
              .set({ revokedAt: sql`app_now()` })
              .where(
                and(
                  eq(sessions.id, sessionId),
                  eq(sessions.userId, actor.userId),
                  isNull(sessions.revokedAt),
                ),
              )
          ).rowCount ?? 0);
    if (ended > 0) {
      await recordAudit(tx, {
        actor,
        organizerId: null,
        action: 'user.sessions_ended',
        object: { type: 'user', id: actor.userId },
        changes: { sessions: [ended, 0] },
      });
    }
    return ended;
  });
}
