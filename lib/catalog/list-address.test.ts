import { expect, test } from 'vitest';
import { listAddress } from './list-address.ts';
import { parseSearch } from './search-events.schema.ts';

const CURSOR = '2027-03-12T20:00:00.000Z_4e1f7b1c-3f0e-4a53-9a57-0f6a3c7f5d11';

test.each([
  ['', {}, true],
  ['category=jazz', { category: 'jazz' }, true],
  ['city=Lisbon', { city: 'Lisbon' }, true],
  ['city=Online', { city: 'online' }, true],
  [`category=jazz&after=${CURSOR}`, { category: 'jazz' }, true],
  ['category=jazz&city=Lisbon', { category: 'jazz', city: 'Lisbon' }, false],
  ['category=jazz&category=talk', {}, false],
  ['q=saudade', {}, false],
  ['when=today', {}, false],
  ['from=2027-03-12', {}, false],
  ['to=2027-03-12', {}, false],
  ['category=jazz&price=free', { category: 'jazz' }, false],
  ['price=20', {}, false],
  ['city=Lisbon&available=1', { city: 'Lisbon' }, false],
])('the list "%s"', (query, kept, index) => {
  expect(listAddress(parseSearch(new URLSearchParams(query)))).toEqual({ query: kept, index });
});
