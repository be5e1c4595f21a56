import { and, type SQL, sql } from 'drizzle-orm';
import { categories, events } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { categoryName, offers } from './event-cards.ts';
import type { SearchConditions } from './search-conditions.ts';

export type SearchFacets = {
  /** In the platform's own order. Those without a match are left out. */
  categories: { slug: string; name: string; count: number }[];
  /** By name; a city of that name in another country is another one. */
  cities: { city: string; country: string; count: number }[];
  online: number;
  /** ISO 4217, of what matches; in more than one of them an amount means several things. */
  currencies: string[];
};

type CountRow = {
  facet: 'category' | 'city' | 'online' | 'currency' | 'total';
  key: string | null;
  detail: string | null;
  count: number;
};

const holds = (condition: SQL | undefined) => condition ?? sql`true`;

/**
 * How many events match, and how many would with another kind or another place chosen: the counts of each filter
 * leave that filter out and keep the others. One statement, which reads every match once.
 */
export async function countMatches(
  db: Queryable,
  conditions: SearchConditions,
  { locale, among, withOffers }: { locale: string; among: SQL; withOffers: boolean },
): Promise<{ total: number; facets: SearchFacets }> {
  const { rows } = await db.execute<CountRow>(sql`
    with matching as materialized (
      select
        ${categories.slug} as category,
        ${categoryName(locale)} as category_name,
        ${categories.position} as category_position,
        "venues"."city" as city,
        "venues"."country" as country,
        ${events.online} as online,
        ${events.currency} as currency,
        ${holds(conditions.category)} as of_category,
        ${holds(conditions.city)} as of_city
      from ${events}
      join ${categories} on ${categories.id} = ${events.categoryId}
      left join venues on "venues"."id" = ${events.venueId}
      ${withOffers ? sql`cross join lateral ${offers}` : sql``}
      where ${and(among, conditions.others)}
    )
    select facet, key, detail, count from (
      select 'total' as facet, null::text as key, null::text as detail, 0 as position, count(*)::int as count
        from matching where of_category and of_city
      union all
      select 'online', null, null, 0, count(*)::int from matching where of_category and online
      union all
      select 'currency', currency, null, 0, count(*)::int from matching where of_category and of_city group by currency
      union all
      select 'category', category, category_name, category_position, count(*)::int
        from matching where of_city group by category, category_name, category_position
      union all
      select 'city', city, country, 0, count(*)::int
        from matching where of_category and city is not null group by city, country
    ) counts
    order by position, key collate "und-x-icu", detail
  `);
  const of = (facet: CountRow['facet']) => rows.filter((row) => row.facet === facet);
  return {
    total: of('total')[0]?.count ?? 0,
    facets: {
      categories: of('category').map((row) => ({
        slug: row.key ?? '',
        name: row.detail ?? '',
        count: row.count,
      })),
      cities: of('city').map((row) => ({ city: row.key ?? '', country: row.detail ?? '', count: row.count })),
      online: of('online')[0]?.count ?? 0,
      currencies: of('currency').map((row) => row.key ?? ''),
    },
  };
}
