import type { useTranslations } from 'next-intl';
import { ONLINE, type SearchFilters } from '#lib/catalog/search-events.schema.ts';
import { amountWriter, writeDate } from './filter-name.ts';

/** More kinds than these are no name for a list any more. */
const MOST_KINDS = 3;

/** Which of the sentence's ways to say a price, and which to say days. */
const priceOf = ({ price }: SearchFilters) => (typeof price === 'number' ? 'most' : (price ?? 'any'));

function daysOf({ when, from, to }: SearchFilters) {
  if (when !== null) return when;
  if (from === null) return to === null ? 'any' : 'to';
  if (to === null) return 'from';
  return from === to ? 'day' : 'range';
}

/**
 * What the list shows, in a sentence made of its filters: "Concerts in Berlin this weekend".
 *
 * @param categoryNames by slug
 * @param cities as they are written; one that is not among them stands as it was asked for
 * @param currencies ISO 4217, of what is listed
 */
export function listTitle(
  filters: SearchFilters,
  t: ReturnType<typeof useTranslations<'events'>>,
  locale: string,
  {
    categoryNames,
    cities,
    currencies,
  }: {
    categoryNames: ReadonlyMap<string, string>;
    cities: readonly { city: string }[];
    currencies: readonly string[];
  },
): string {
  const kinds = filters.categories.flatMap((slug) => categoryNames.get(slug) ?? []);
  const asked = filters.city ?? '';
  const same = ({ city }: { city: string }) =>
    city.localeCompare(asked, undefined, { sensitivity: 'base' }) === 0;
  const place = filters.city === null ? 'anywhere' : 'city';
  // messages: events.title
  return t('title', {
    some: kinds.length > 0 && kinds.length <= MOST_KINDS ? 'yes' : 'no',
    kinds: new Intl.ListFormat(locale, { type: 'conjunction' }).format(kinds),
    words: filters.q === null ? 'no' : 'yes',
    q: filters.q ?? '',
    place: asked.toLowerCase() === ONLINE ? 'online' : place,
    city: cities.find(same)?.city ?? asked,
    days: daysOf(filters),
    from: filters.from === null ? '' : writeDate(filters.from, locale),
    to: filters.to === null ? '' : writeDate(filters.to, locale),
    price: priceOf(filters),
    amount: typeof filters.price === 'number' ? amountWriter(locale, currencies)(filters.price) : '',
    stock: filters.hideSoldOut ? 'left' : 'any',
  });
}
