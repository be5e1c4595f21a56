import { asc, isNull, sql } from 'drizzle-orm';
import { categories } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';

export type EditableCategory = {
  id: string;
  slug: string;
  /** By language. */
  names: Record<string, string>;
  /** Events of every status. */
  events: number;
};

/**
 * Every category that events can have, in the order of the platform, for those who change them.
 *
 * @throws what `assertMay` throws.
 */
export async function listAllCategories(db: Queryable, actor: Actor): Promise<EditableCategory[]> {
  assertMay(actor, 'category.edit');
  return db
    .select({
      id: categories.id,
      slug: categories.slug,
      names: categories.names,
      events: sql<number>`(select count(*)::int from events e where e.category_id = categories.id)`,
    })
    .from(categories)
    .where(isNull(categories.mergedInto))
    .orderBy(asc(categories.position), asc(categories.slug));
}
