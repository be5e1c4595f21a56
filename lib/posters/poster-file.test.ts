import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { exampleEvent as examplePoster } from '#sandbox/posters/example-events.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { createEvent } from '../catalog/create-event.ts';
import { findEvent } from '../catalog/find-event.ts';
import { publishEvent } from '../catalog/publish-event.ts';
import { buildHouse, exampleEvent } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { drawPoster } from './draw-poster.ts';
import { findPoster } from './find-poster.ts';
import { freezePoster } from './freeze-poster.ts';
import { outlineText } from './outline-text.ts';
import { posterFile } from './poster-file.ts';
import { posterPath } from './poster-path.ts';
import { renderPoster, withoutText } from './render-poster.ts';

const app = useApplication();

async function event({ published }: { published: boolean }) {
  const house = await buildHouse(database());
  const { eventId, slug } = await createEvent(
    database(),
    house.owner,
    house.organizerId,
    exampleEvent(house, { language: 'de' }),
  );
  if (published) await publishEvent(database(), house.owner, house.organizerId, eventId);
  return slug;
}

const size = async (content: string | Buffer) => {
  const { width, height, format } = await sharp(Buffer.from(content)).metadata();
  return { width, height, format };
};

describe('posterFile', () => {
  test('the poster of a published event, in three kinds', async () => {
    const slug = await event({ published: true });
    const svg = await posterFile(database(), `${slug}.svg`);
    const png = await posterFile(database(), `${slug}.png`);
    const og = await posterFile(database(), `${slug}.og.png`);
    expect(svg.contentType).toBe('image/svg+xml');
    expect(await size(png.content)).toEqual({ width: 600, height: 750, format: 'png' });
    expect(await size(og.content)).toEqual({ width: 1200, height: 630, format: 'png' });
    expect(og.content.length).toBeLessThan(300_000);
  });

  test('its address as a page writes it names the version that the file has', async () => {
    const slug = await event({ published: true });
    const page = await findEvent(database(), slug, 'en');
    const { version } = await posterFile(database(), `${slug}.svg`);
    expect(posterPath(page, 'svg')).toBe(`/posters/${slug}.svg?v=${version}`);
    expect(posterPath({ ...page, title: 'Moved' }, 'svg')).not.toContain(version);
  });

  test('a shared link of an event that is off has another picture, its poster stays', async () => {
    const slug = await event({ published: true });
    const [svg, og] = [
      await posterFile(database(), `${slug}.svg`),
      await posterFile(database(), `${slug}.og.png`),
    ];
    await app.asOwner(`update events set status = 'postponed' where slug = $1`, [slug]);
    const off = await posterFile(database(), `${slug}.og.png`);
    expect(off.version).toBe(`${og.version}-postponed`);
    expect(off.content.equals(og.content)).toBe(false);
    expect(await size(off.content)).toEqual({ width: 1200, height: 630, format: 'png' });
    expect(posterPath(await findEvent(database(), slug, 'en'), 'og.png')).toContain(off.version);
    expect((await posterFile(database(), `${slug}.svg`)).version).toBe(svg.version);
  });

  test('a published event keeps the poster it was published with', async () => {
    const slug = await event({ published: true });
    const stored = () =>
      app.asOwner<{ svg: string; version: string }>(
        'select p.svg, p.version from event_posters p join events e on e.id = p.event_id where e.slug = $1',
        [slug],
      );
    const [frozen] = await stored();
    expect(frozen?.svg).toContain('<svg');
    // As if an older generator had drawn it.
    await app.asOwner(
      `update event_posters set svg = '<svg>as it was</svg>' where event_id = (select id from events where slug = $1)`,
      [slug],
    );
    expect(String((await posterFile(database(), `${slug}.svg`)).content)).toBe('<svg>as it was</svg>');
    // What stands on it has changed: it is drawn anew, and kept from then on.
    await app.asOwner(`update events set title = 'Another Night' where slug = $1`, [slug]);
    const anew = await posterFile(database(), `${slug}.svg`);
    expect(String(anew.content)).toContain('Another Night');
    expect(new Set((await stored()).map(({ version }) => version))).toEqual(
      new Set([frozen?.version, anew.version]),
    );
  });

  test('one that was published before posters were kept gets its own once, whoever asks at once', async () => {
    const slug = await event({ published: true });
    await app.asOwner('delete from event_posters where event_id = (select id from events where slug = $1)', [
      slug,
    ]);
    const found = await findPoster(database(), slug);
    const drawn = await Promise.all(Array.from({ length: 5 }, () => freezePoster(database(), found)));
    expect(new Set(drawn.map(({ svg }) => svg)).size).toBe(1);
  });

  test('a draft has none, nor has what is no event or no kind', async () => {
    const slug = await event({ published: false });
    for (const name of [
      `${slug}.svg`,
      'nothing-like-it.svg',
      `${slug}.gif`,
      '../secret.svg',
      'a\u0000.svg',
    ]) {
      await expect(posterFile(database(), name)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('renderPoster', () => {
  const line = (text: string, length: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 100"><rect width="600" height="100" fill="#ffffff"/><text x="20" y="70" font-size="60" font-family="system-ui, sans-serif" font-weight="800" fill="#000000" textLength="${length}" lengthAdjust="spacingAndGlyphs">${text}</text></svg>`;

  test('narrows a line that its letters make too wide', async () => {
    const drawn = async (length: number) => {
      const { info } = await sharp(await renderPoster(line('ЖЖЖЖЖЖ', length), 600))
        .trim()
        .toBuffer({ resolveWithObject: true });
      return info.width;
    };
    expect(await drawn(120)).toBeLessThanOrEqual(123);
    expect(await drawn(550)).toBeGreaterThan(200);
  });

  test.each([
    '夜のピアノ、雨の記憶',
    '한밤의 재즈',
    '上海之夜',
    'ขอเชิญชมการแสดง',
    'مهرجان قي',
    'סתיו',
    'नेहा की शाम',
    'A &amp; B',
  ])('needs no font of the machine for %s', async (title) => {
    const outlined = await withoutText(line(title, 550));
    expect(outlined).not.toContain('<text');
    const [, path = ''] = / d="([^"]*)"/.exec(outlined) ?? [];
    expect(path.length).toBeGreaterThan(200);
  });

  test('Arabic letters keep their dots, however often they are set', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [dotted, plain] = await Promise.all([outlineText('قي'), outlineText('ڡى')]);
      const strokes = (path: string) => path.split('M').length - 1;
      expect(strokes(dotted.path)).toBe(strokes(plain.path) + 4);
    }
  });

  test('is the same picture for the same poster', async () => {
    const svg = drawPoster(examplePoster({ title: 'ليلة الموسيقى' }));
    expect((await renderPoster(svg, 600)).equals(await renderPoster(svg, 600))).toBe(true);
  });
});
