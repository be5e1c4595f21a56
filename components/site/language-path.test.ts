import { expect, test } from 'vitest';
import { languagePath } from './language-path.ts';

const locales = ['en', 'de'];

test.each([
  ['/', 'de', '/de'],
  ['/', 'en', '/'],
  ['/de', 'en', '/'],
  ['/en', 'de', '/de'],
  ['/events/salt-static', 'de', '/de/events/salt-static'],
  ['/en/events/salt-static', 'de', '/de/events/salt-static'],
  ['/de/events/salt-static', 'en', '/events/salt-static'],
  ['/de/events/salt-static', 'de', '/de/events/salt-static'],
  ['/events/de', 'de', '/de/events/de'],
  ['/deluxe', 'en', '/deluxe'],
])('%s in %s is %s', (path, locale, expected) => {
  expect(languagePath(path, locale, locales, 'en')).toBe(expected);
});
