import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { type ActiveFilter, activeFilters, withoutFilter } from '#components/event/active-filters.ts';
import { EventList } from '#components/event/event-list.tsx';
import { Filters } from '#components/event/filters.tsx';
import { listTitle } from '#components/event/list-title.ts';
import { NothingFound } from '#components/event/nothing-found.tsx';
import { listAddress } from '#lib/catalog/list-address.ts';
import { listCategories } from '#lib/catalog/list-categories.ts';
import { parseSearch, type SearchFilters, searchParamsOf } from '#lib/catalog/search-events.schema.ts';
import { searchEvents } from '#lib/catalog/search-events.ts';
import { suggestWords } from '#lib/catalog/suggest-words.ts';
import { database } from '#lib/database.ts';
import { withPosters } from '../event-poster.ts';
import { pageMetadata } from '../page-metadata.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Once a request, for the page and its head. Takes the filters as they are written in an address. */
const search = cache((query: string, locale: string) =>
  searchEvents(database(), parseSearch(new URLSearchParams(query)), locale),
);

const kindsOfEvent = cache((locale: string) => listCategories(database(), locale));

/** The list's name, on the page and in its head. */
async function titleOf(filters: SearchFilters, locale: string): Promise<string> {
  const [t, { facets }, categories] = await Promise.all([
    getTranslations('events'),
    search(searchParamsOf(filters).toString(), locale),
    kindsOfEvent(locale),
  ]);
  const categoryNames = new Map(categories.map(({ slug, name }) => [slug, name]));
  return listTitle(filters, t, locale, { categoryNames, ...facets });
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await getLocale();
  const filters = parseSearch(await searchParams);
  const { total } = await search(searchParamsOf(filters).toString(), locale);
  const { query, index } = listAddress(filters);
  return pageMetadata({
    href: { pathname: '/events', query },
    title: await titleOf(filters, locale),
    index: index && total > 0,
  });
}

/** Events shown of what may have been meant, and of what is nearest to an empty search. */
const MEANT = 4;

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

/** The way out that leaves most of what was asked for, which is the one with the fewest events, and the first of these. */
async function nearest(ways: Awaited<ReturnType<typeof waysOut>>, locale: string) {
  const [way] = ways.toSorted((a, b) => a.total - b.total);
  if (way === undefined) return null;
  const { events } = await searchEvents(database(), way.filters, locale, MEANT);
  return { way, events: withPosters(events) };
}

/** The same search with words that stand somewhere, where somebody has mistyped them; null when that finds nothing either. */
async function whatWasMeant(filters: SearchFilters, locale: string) {
  const words = filters.q === null ? null : await suggestWords(database(), filters.q);
  if (words === null) return null;
  const corrected = { ...filters, q: words, after: null };
  const { total, events } = await searchEvents(database(), corrected, locale, MEANT);
  return total > 0 ? { words, filters: corrected, total, events: withPosters(events) } : null;
}

export default async function EventsPage({ searchParams }: Props) {
  const filters = parseSearch(await searchParams);
  const locale = await getLocale();
  const [title, result, categories] = await Promise.all([
    titleOf(filters, locale),
    search(searchParamsOf(filters).toString(), locale),
    kindsOfEvent(locale),
  ]);
  const [ways, meant] =
    result.total === 0
      ? await Promise.all([waysOut(filters, locale), whatWasMeant(filters, locale)])
      : [[], null];
  const near = meant === null ? await nearest(ways, locale) : null;
  const counts = new Map(result.facets.categories.map((category) => [category.slug, category.count]));
  const names = new Map(categories.map((category) => [category.slug, category.name]));
  return (
    <main id="content" className="searches wrap">
      <EventList
        title={title}
        filters={filters}
        result={{ ...result, events: withPosters(result.events) }}
        categoryNames={names}
        currencies={result.facets.currencies}
        aside={
          <Filters
            filters={filters}
            total={result.total}
            // All of them, so that the list of kinds does not jump as one chooses.
            categories={categories.map(({ slug, name }) => ({ slug, name, count: counts.get(slug) ?? 0 }))}
            cities={result.facets.cities}
            online={result.facets.online}
            currencies={result.facets.currencies}
          />
        }
        empty={
          <NothingFound
            meant={meant}
            ways={ways}
            near={near}
            active={activeFilters(filters)}
            categoryNames={names}
          />
        }
      />
    </main>
  );
}
