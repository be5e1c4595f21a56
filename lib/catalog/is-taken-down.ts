import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { events } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';

/** Whether there was a page at this address that an admin has taken down. Of a draft nobody is told anything. */
export async function isTakenDown(db: Queryable, slug: string): Promise<boolean> {
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return false;
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.slug, slug), ne(events.status, 'draft'), isNotNull(events.takenDownAt)));
  return rows.length > 0;
}
