import { expect, test } from 'vitest';
import { slugCandidates, slugOf } from './slug.ts';

test.each([
  ['Salt & Static', 'en', 'salt-and-static'],
  ['Nobody’s Here, Dad!', 'en', 'nobodys-here-dad'],
  ['São Bento: Pärt', 'pt', 'sao-bento-part'],
  ['Ágnes Żółw Quartet', 'en', 'agnes-zolw-quartet'],
  ['Die Bäcker von Überlingen, Straße 3', 'de', 'die-baecker-von-ueberlingen-strasse-3'],
  ['Die Bäcker', 'en', 'die-backer'],
  ['Олена Шевчук', 'uk', 'olena-shevchuk'],
  ['Ταράτσα', 'el', 'taratsa'],
  ['!?', 'en', 'event'],
])('%s in %s', (title, language, slug) => {
  expect(slugOf(title, language, 'event')).toBe(slug);
});

test('what is written with combining marks is the same word', () => {
  expect(slugOf('Zu\u0308rich', 'de', 'event')).toBe('zuerich');
});

test('a long title is cut between words', () => {
  const slug = slugOf('Donaudampfschifffahrt '.repeat(8), 'de', 'event');
  expect(slug).toBe('donaudampfschifffahrt-donaudampfschifffahrt-donaudampfschifffahrt');
});

test('candidates never end', () => {
  const candidates = slugCandidates('salt');
  const some = Array.from({ length: 12 }, () => candidates.next().value);
  expect(some.slice(0, 3)).toEqual(['salt', 'salt-2', 'salt-3']);
  expect(new Set(some).size).toBe(12);
});
