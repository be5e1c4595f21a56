import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type ActiveFilter, activeFilters, withoutFilter } from '#components/event/active-filters.ts';
import { EventList } from '#components/event/event-list.tsx';
import { Filters } from '#components/event/filters.tsx';
import { NothingFound } from '#components/event/nothing-found.tsx';
import { listCategories } from '#lib/catalog/list-categories.ts';
import { parseSearch, type SearchFilters } from '#lib/catalog/search-events.schema.ts';
import { searchEvents } from '#lib/catalog/search-events.ts';
import { database } from '#lib/database.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('events');
  const { city } = parseSearch(await searchParams);
  return { title: city ? t('metaTitleCity', { city }) : t('metaTitle') };
}

/** How many there would be with one filter let go, for each of them that would help. */
async function waysOut(filters: SearchFilters, locale: string) {
  const ways: { filter: ActiveFilter; filters: SearchFilters; total: number }[] = [];
  for (const filter of activeFilters(filters)) {
    const without = withoutFilter(filters, filter);
    const { total } = await searchEvents(database(), without, locale, 1);
    if (total > 0) ways.push({ filter, filters: without, total });
  }
  return ways;
}

export default async function EventsPage({ searchParams }: Props) {
  const filters = parseSearch(await searchParams);
  const locale = await getLocale();
  const [result, categories] = await Promise.all([
    searchEvents(database(), filters, locale),
    listCategories(database(), locale),
  ]);
  const ways = result.total === 0 ? await waysOut(filters, locale) : [];
  const counts = new Map(result.facets.categories.map((category) => [category.slug, category.count]));
  const names = new Map(categories.map((category) => [category.slug, category.name]));
  return (
    <main id="content" className="wrap">
      <EventList
        filters={filters}
        result={result}
        categoryNames={names}
        aside={
          <Filters
            filters={filters}
            total={result.total}
            // All of them, so that the list of kinds does not jump as one chooses.
            categories={categories.map(({ slug, name }) => ({ slug, name, count: counts.get(slug) ?? 0 }))}
            cities={result.facets.cities}
            online={result.facets.online}
          />
        }
        empty={<NothingFound ways={ways} active={activeFilters(filters)} categoryNames={names} />}
      />
    </main>
  );
}
