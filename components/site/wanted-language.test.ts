import { expect, test } from 'vitest';
import { languageOf, wantedLanguage } from './wanted-language.ts';

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'DE', 'en-GB'], 'de'],
  [['en-US', 'de'], 'en'],
  // Low German is a language of its own.
  [['nds', 'pt-BR'], undefined],
  [[], undefined],
])('of %j it is %s that we speak', (languages, locale) => {
  expect(wantedLanguage(languages, ['en', 'de'])).toBe(locale);
});

test.each([
  ['/', 'en'],
  ['/events/de', 'en'],
  ['/demonstration', 'en'],
  ['/de', 'de'],
  ['/de/events', 'de'],
])('%s is in %s', (path, locale) => {
  expect(languageOf(path, ['en', 'de'], 'en')).toBe(locale);
});
