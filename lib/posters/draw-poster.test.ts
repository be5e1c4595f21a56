import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exampleEvent, programmeOf } from '#sandbox/posters/example-events.ts';
import { drawPoster } from './draw-poster.ts';
import { posterHue } from './poster-hue.ts';
import { posterCategories } from './programme.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe('drawPoster', () => {
  test('gives the same bytes for the same event', () => {
    for (const category of posterCategories) {
      for (const ratio of ['4:5', 'og'] as const) {
        const event = exampleEvent({ category });
        expect(drawPoster({ ...event }, { ratio })).toBe(drawPoster(event, { ratio }));
      }
    }
  });

  // A change here means that posters which people know look different: those of published events are frozen, but a preview and its shared link change.
  test('draws what it always drew', () => {
    const digests = posterCategories.map((category) => {
      const event = exampleEvent({ category, seed: 'salt-and-static' });
      return `${category} ${digest(drawPoster(event))} ${digest(drawPoster(event, { ratio: 'og' }))}`;
    });
    expect(digests).toMatchInlineSnapshot(`
      [
        "concert 73316af06a27 6c10db0460a6",
        "club 0e9005d14656 03af17e81302",
        "jazz 25487b30cc93 e8e3ea16e6d0",
        "classical e3076232ecfb 84227f28f129",
        "theatre eae2e7366068 aac4d1f7f6a2",
        "comedy bd49f8476d69 784df84b54cc",
        "talk af60c3eab06e ace928235170",
        "film 666c258ecbf7 c944aa087b9a",
        "dance be463266e092 fc0d57ce9ee1",
        "exhibition a0ac746a5e22 d67928d6e333",
        "food 6cc8a2f8ee0a b47af5ea8800",
        "outdoors 35623d8089c2 accd59d63640",
        "workshop 9453f059175d 75385d618191",
        "literature 39f7a88a536a 31df65ed5200",
      ]
    `);
  });

  test('another seed is another poster; a corrected title keeps its face', () => {
    const picture = (svg: string) =>
      svg.replace(/<path [^>]*data-type="\w+"\/>/g, '').replace(/aria-label="[^"]*"/, '');
    const event = exampleEvent({ category: 'food', seed: 'oysters-at-noon', title: 'Oysters at Non' });
    const corrected = drawPoster({ ...event, title: 'Oysters at Noon' });
    expect(digest(drawPoster({ ...event, seed: 'oysters-at-noon-2' }))).not.toBe(digest(drawPoster(event)));
    const colours = (svg: string) => new Set(picture(svg).match(/#[0-9a-f]{6}/g));
    expect(colours(corrected)).toEqual(colours(drawPoster(event)));
  });

  test('a season of one category is as many posters, in several inks', () => {
    for (const category of posterCategories) {
      const posters = programmeOf(category).map((event) => drawPoster(event));
      const papers = posters.map((svg) => /<rect [^>]*fill="(#\w+)"/.exec(svg)?.[1]);
      expect(new Set(posters.map(digest)).size).toBe(posters.length);
      expect(new Set(papers).size).toBeGreaterThanOrEqual(4);
    }
  });

  test('ids are unique within a poster, and no two posters share one', () => {
    const seen = new Set<string>();
    for (const category of posterCategories) {
      for (const seed of ['a', 'b', 'c', 'd']) {
        for (const ratio of ['4:5', 'og'] as const) {
          const svg = drawPoster(exampleEvent({ category, seed }), { ratio });
          const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
          for (const id of ids) {
            expect(seen.has(id), `${id} twice`).toBe(false);
            seen.add(id);
          }
          for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  test('weekday, date and time are those where the event is, in its language', () => {
    // Half past midnight in Vienna, still the day before in London.
    const label = (timezone: string, language: string) =>
      drawPoster(
        exampleEvent({ timezone, language, startsAt: new Date('2027-03-12T23:30:00Z'), seed: 'same' }),
      );
    expect(label('Europe/Vienna', 'de')).not.toBe(label('Europe/London', 'de'));
    expect(label('Europe/Vienna', 'de')).not.toBe(label('Europe/Vienna', 'en'));
    expect(label('Europe/Vienna', 'qqq')).toBe(label('Europe/Vienna', 'en'));
  });

  test('a title cannot leave its attribute or its element', () => {
    const svg = drawPoster(exampleEvent({ title: '東"><script>alert(1)</script>&\u0000' }));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  test('a city and a category leave nothing in it that XML refuses', () => {
    const svg = drawPoster(exampleEvent({ city: 'Lis\uFFFEbon\uD800', categoryName: 'Con\u0007cert' }));
    expect(svg).not.toMatch(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u);
  });

  test('a category nobody drew for has a poster too', () => {
    expect(drawPoster(exampleEvent({ category: 'falconry' }))).toMatch(/^<svg .*<\/svg>$/);
  });
});

describe('posterHue', () => {
  test('is a hue, and the same for the same event', () => {
    for (const category of posterCategories) {
      const hue = posterHue({ category, seed: 'salt-and-static' });
      expect(hue).toBeGreaterThanOrEqual(0);
      expect(hue).toBeLessThan(360);
      expect(posterHue({ category, seed: 'salt-and-static' })).toBe(hue);
    }
  });
});
