import { expect, test } from 'vitest';
import { filterAddress } from './filter-address.ts';

test('empty fields stay out of the address', () => {
  const fields = [
    ['q', '  '],
    ['when', ''],
    ['category', 'jazz'],
    ['category', 'club'],
    ['city', 'São Paulo'],
  ] as const;
  expect(filterAddress('/de/events', fields, 'category')).toBe(
    '/de/events?category=jazz&category=club&city=S%C3%A3o+Paulo',
  );
});

test('nothing chosen is the bare list', () => {
  expect(filterAddress('/events', [['q', '']], null)).toBe('/events');
});

test('a shortcut lets go of the dates, and a date of the shortcut', () => {
  const fields = [
    ['when', 'weekend'],
    ['from', '2027-03-12'],
    ['to', ''],
  ] as const;
  expect(filterAddress('/events', fields, 'when')).toBe('/events?when=weekend');
  expect(filterAddress('/events', fields, 'from')).toBe('/events?from=2027-03-12');
});
