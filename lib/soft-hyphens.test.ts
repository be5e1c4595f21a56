import { describe, expect, test } from 'vitest';
import { softHyphens } from './soft-hyphens.ts';

const shown = (title: string, language: string, longest?: number) =>
  softHyphens(title, language, longest).replaceAll('\u00ad', '|');

describe('softHyphens', () => {
  test('breaks German words where they were put together', () => {
    expect(shown('Straßenbahnhaltestellenansagen', 'de')).toBe('Straßenbahn|haltestellen|ansagen');
    expect(shown('Rindfleischetikettierung', 'de-AT')).toBe('Rindfleisch|etiket|tierung');
    expect(shown('Die Rückkehr der Donaudampfschifffahrtskapitäne', 'de', 16)).toBe(
      'Die Rückkehr der Donaudampf|schifffahrts|kapitäne',
    );
  });

  test('breaks long words of other languages between syllables', () => {
    expect(shown('Internationalisation', 'en')).toMatch(/^\p{L}{4,}\|\p{L}{4,}/u);
    expect(shown('anticonstitutionnellement', 'fr').split('|').length).toBeGreaterThan(1);
  });

  test('leaves short words, other scripts, unknown languages and own soft hyphens alone', () => {
    for (const [title, language] of [
      ['Salt & Static', 'en'],
      ['東京の夜、静かな音楽と古い映画の夕べ', 'ja'],
      ['東京の夜、静かな音楽と古い映画の夕べ', 'de'],
      ['Donau\u00addampfschifffahrtskapitän', 'de'],
      ['Rindfleischetikettierung', 'qqq'],
    ] as const) {
      expect(softHyphens(title, language)).toBe(title);
    }
  });

  test('adds nothing else', () => {
    const title = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, zum Ersten';
    expect(softHyphens(title, 'de').replaceAll('\u00ad', '')).toBe(title);
  });
});
