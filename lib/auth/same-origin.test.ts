import { expect, test } from 'vitest';
import { isForeign, isSameOrigin } from './same-origin.ts';

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

test.each([
  [{ host: 'foyer.example' }, false],
  [{ origin: 'https://foyer.example', host: 'foyer.example' }, false],
  [{ origin: 'https://foyer.example', host: '10.0.0.7:3000', 'x-forwarded-host': 'foyer.example' }, false],
  [{ origin: 'https://evil.example', host: 'foyer.example' }, true],
  [{ origin: 'https://foyer.example.evil.example', host: 'foyer.example' }, true],
  [{ origin: 'null', host: 'foyer.example' }, true],
  [{ origin: '', host: 'foyer.example' }, true],
  [{ origin: 'https://foyer.example' }, true],
])('%j is foreign: %s', (headers, expected) => {
  expect(isForeign(new Headers(headers))).toBe(expected);
});
