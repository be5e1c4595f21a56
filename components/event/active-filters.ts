import type { SearchFilters } from '#lib/catalog/search-events.schema.ts';

/** One thing that narrows the list, as a person would name it. */
export type ActiveFilter =
  | { name: 'q' | 'city'; value: string }
  | { name: 'category'; value: string }
  | { name: 'dates'; from: string | null; to: string | null }
  | { name: 'when'; value: 'today' | 'weekend' | 'week' }
  | { name: 'price'; value: 'free' | 'paid' | number }
  | { name: 'hideSoldOut' };

/** The filters that are set, in the order in which they stand on the page. */
export function activeFilters(filters: SearchFilters): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (filters.q !== null) active.push({ name: 'q', value: filters.q });
  if (filters.when !== null) active.push({ name: 'when', value: filters.when });
  if (filters.from !== null || filters.to !== null) {
    active.push({ name: 'dates', from: filters.from, to: filters.to });
  }
  if (filters.city !== null) active.push({ name: 'city', value: filters.city });
  for (const value of filters.categories) active.push({ name: 'category', value });
  if (filters.price !== null) active.push({ name: 'price', value: filters.price });
  if (filters.hideSoldOut) active.push({ name: 'hideSoldOut' });
  return active;
}

/** The same search with one filter let go, from its first page. */
export function withoutFilter(filters: SearchFilters, filter: ActiveFilter): SearchFilters {
  const rest = { ...filters, after: null };
  switch (filter.name) {
    case 'q':
    case 'city':
    case 'when':
    case 'price':
      return { ...rest, [filter.name]: null };
    case 'dates':
      return { ...rest, from: null, to: null };
    case 'category':
      return { ...rest, categories: rest.categories.filter((slug) => slug !== filter.value) };
    case 'hideSoldOut':
      return { ...rest, hideSoldOut: false };
  }
}
