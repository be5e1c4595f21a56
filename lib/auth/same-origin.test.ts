import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://foyer.example', host: 'foyer.example' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://foyer.example', host: 'foyer.example' }, true],
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, false],
  [{ origin: 'null', host: 'foyer.example' }, false],
  [{ host: 'foyer.example' }, false],
  [{}, false],
])('%j: %s', (headers, expected) => {
  expect(isSameOrigin(new Headers(headers))).toBe(expected);
});
