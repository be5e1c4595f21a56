import { ONLINE, type SearchFilters } from './search-events.schema.ts';

export type ListAddress = {
  /** What belongs into the list's canonical address. */
  query: { category?: string; city?: string };
  /** Whether search engines should show this list by itself. */
  index: boolean;
};

/**
 * Which list this is to the world. A kind or a city makes a list of its own that people look for; dates, prices, words
 * and pages are somebody's view of it. Two filters at once would be hundreds of nearly empty lists, so they are found
 * by nobody, like any other search.
 */
export function listAddress(filters: SearchFilters): ListAddress {
  const { categories, city } = filters;
  const [category] = categories;
  const query = {
    ...(category !== undefined && categories.length === 1 ? { category } : {}),
    ...(city === null ? {} : { city: city.toLowerCase() === ONLINE ? ONLINE : city }),
  };
  const searched =
    filters.q !== null ||
    filters.when !== null ||
    filters.from !== null ||
    filters.to !== null ||
    filters.price !== null ||
    filters.hideSoldOut;
  return { query, index: !searched && categories.length + (city === null ? 0 : 1) <= 1 };
}
