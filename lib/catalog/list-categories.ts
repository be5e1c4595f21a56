import { and, eq, isNull, sql } from 'drizzle-orm';
import { categories, events } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { categoryName, isUpcoming } from './event-cards.ts';

/** Every kind of event in the platform's order, with how many events of it are to come. */
export async function listCategories(
  db: Queryable,
  locale: string,
): Promise<{ slug: string; name: string; events: number }[]> {
  return db
    .select({
      slug: categories.slug,
      name: categoryName(locale),
      events: sql<number>`count(${events.id})::int`,
    })
    .from(categories)
    .leftJoin(events, and(eq(events.categoryId, categories.id), isUpcoming))
    .where(isNull(categories.mergedInto))
    .groupBy(categories.id)
    .orderBy(categories.position, categories.slug);
}
