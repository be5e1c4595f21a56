import { expect, test } from 'vitest';
import { parseSearch, searchParamsOf } from '#lib/catalog/search-events.schema.ts';
import { activeFilters, withoutFilter } from './active-filters.ts';

const address =
  'q=jazz&category=club&category=jazz&city=Lisbon&from=2027-03-12&to=2027-03-14&price=20&available=1';
const filters = parseSearch(new URLSearchParams(address));

test('every filter of an address is named once', () => {
  expect(activeFilters(filters).map((filter) => filter.name)).toEqual([
    'q',
    'dates',
    'city',
    'category',
    'category',
    'price',
    'hideSoldOut',
  ]);
});

test('letting go of one filter takes only that one out of the address, and goes back to the first page', () => {
  const later = { ...filters, after: '2027-03-12T20:00:00.000Z_0190b6d4-0000-7000-8000-000000000000' };
  const club = activeFilters(later).find((filter) => filter.name === 'category' && filter.value === 'club');
  expect(club && searchParamsOf(withoutFilter(later, club)).toString()).toBe(
    address.replace('category=club&', ''),
  );
});

test('letting go of one after the other leaves nothing', () => {
  const bare = activeFilters(filters).reduce((rest, filter) => withoutFilter(rest, filter), filters);
  expect(activeFilters(bare)).toEqual([]);
  expect(searchParamsOf(bare).toString()).toBe('');
});

test('no filter, nothing to let go of', () => {
  expect(activeFilters(parseSearch({}))).toEqual([]);
});
