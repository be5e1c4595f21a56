import { type SearchFilters, searchParamsOf } from '#lib/catalog/search-events.schema.ts';

/** Filters as the query of a typed link, which takes an object. */
export function queryOf(filters: SearchFilters): Record<string, string | string[]> {
  const params = searchParamsOf(filters);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
