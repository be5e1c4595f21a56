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

  // A change here means that posters which people know look different: raise GENERATION in poster-path.ts.
  test('draws what it always drew', () => {
    const digests = posterCategories.map((category) => {
      const event = exampleEvent({ category, seed: 'salt-and-static' });
      return `${category} ${digest(drawPoster(event))} ${digest(drawPoster(event, { ratio: 'og' }))}`;
    });
    expect(digests).toMatchInlineSnapshot(`
      [
        "concert e89adb97056a cecdd44e2a9c",
        "club 0e9005d14656 b7fe24dcca4d",
        "jazz 63d57c0218d8 b05a1fec2db5",
        "classical c9078a0f51db ca3e842e3e10",
        "theatre eae2e7366068 ad3402b83c1c",
        "comedy bd49f8476d69 784df84b54cc",
        "talk 6d3c69a683a4 55ee2c10f1b5",
        "film 666c258ecbf7 302544cf99ff",
        "dance be463266e092 674bc2b55598",
        "exhibition a0ac746a5e22 612f17edee23",
        "food e2bc69c5e857 1bf9f1b5bebd",
        "outdoors 9b54539d73b4 8582bf56afce",
        "workshop 231985287638 7b3b59adf929",
        "literature 39f7a88a536a f31a670e621f",
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
