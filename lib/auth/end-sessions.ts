import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { sessions } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';

/**
 * A step: signs somebody out everywhere, at the next request of each device.
 *
 * @param except the session that goes on, if any
 * @returns how many ended
 */
export async function endSessions(tx: Queryable, userId: string, except?: string): Promise<number> {
  const { rowCount } = await tx
    .update(sessions)
    .set({ revokedAt: sql`app_now()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    );
  return rowCount ?? 0;
}
