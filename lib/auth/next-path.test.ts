import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPath } from './next-path.ts';

describe('where ?next= may lead', () => {
  test.each([
    ['/dashboard', '/dashboard'],
    ['/dashboard/kanalhaus/events?page=2#top', '/dashboard/kanalhaus/events?page=2#top'],
    ['/de/events?q=J%C3%A4ger', '/de/events?q=J%C3%A4ger'],
    ['/a/../b', '/b'],
  ])('%s leads on', (value, path) => {
    expect(nextPath(value)).toBe(path);
  });

  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'dashboard',
    '',
    ' /dashboard',
    '/api/auth/signout',
    '/sign-in?next=/dashboard',
    '/de/sign-up',
    undefined,
    ['/dashboard'],
  ])('%j leads nowhere', (value) => {
    expect(nextPath(value)).toBeNull();
  });

  test('whatever it lets pass stays with us in a browser', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      ':',
      '@',
      '?',
      '#',
      '\t',
      'evil.example',
      'a',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
        const path = nextPath(`/${pieces.join('')}`);
        if (path === null) return;
        // Resolved a second time, as the browser does with the Location it is sent.
        expect(new URL(path, 'https://foyer.example').origin).toBe('https://foyer.example');
      }),
      { numRuns: 2000 },
    );
  });
});
