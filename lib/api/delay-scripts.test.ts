import { expect, test } from 'vitest';
import { scriptDelayer, showsOnly } from './delay-scripts.ts';

const PAGE =
  '<!DOCTYPE html><html lang="de"><head><link rel="preload" as="image" href="/posters/a.svg"/>' +
  '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/_next/static/chunks/a.js"/>' +
  '<script src="/_next/static/chunks/b.js" async="" nonce="n"></script>' +
  '<script src="/_next/static/chunks/old.js" noModule="" nonce="n"></script><title>Größe 😀</title></head>' +
  '<body><main>1 < 2</main><script nonce="n">(self.__next_f=self.__next_f||[]).push([0])</script>' +
  '<script src="/_next/static/chunks/c.js" nonce="n" id="_R_" async=""></script></body></html>';

test.each([
  ['/', true],
  ['/de', true],
  ['/events', true],
  ['/de/events/salt-and-static', true],
  ['/venues/cine', true],
  ['/organizers/mare', true],
  ['/checkout/ABC', false],
  ['/bookings', false],
  ['/sign-in', false],
  ['/dashboard/mare/events', false],
  ['/fr/events', false],
  ['/events/a/b', false],
])('%s only shows something: %s', (path, expected) => {
  expect(showsOnly(path)).toBe(expected);
});

function whole(nonce: string | null): string {
  const delayer = scriptDelayer(nonce);
  return delayer.push(PAGE) + delayer.end();
}

test('fetches no script by a tag, runs those that stand in the page, and leaves all else as it is', () => {
  const page = whole('n');
  expect(page.match(/<script[^>]*\bsrc=[^>]*>/g)).toEqual([
    '<script src="/_next/static/chunks/old.js" noModule="" nonce="n">',
  ]);
  expect(page).not.toContain('as="script"');
  expect(page).toContain(
    '<script type="text/plain" data-later="/_next/static/chunks/b.js" async="" nonce="n">',
  );
  expect(page).toContain(
    '<script type="text/plain" data-later="/_next/static/chunks/c.js" nonce="n" id="_R_" async="">',
  );
  expect(page).toContain('<link rel="preload" as="image" href="/posters/a.svg"/>');
  expect(page).toContain('<script nonce="n">(self.__next_f=self.__next_f||[]).push([0])</script>');
  expect(page).toMatch(/<script nonce="n">\(\(\)=>.*<\/script><\/head>/);
  expect(page).toContain('<title>Größe 😀</title>');
  expect(whole(null)).toMatch(/<script>\(\(\)=>.*<\/script><\/head>/);
});

test('in whatever pieces a page comes, the answer is the same', () => {
  for (let cut = 0; cut <= PAGE.length; cut += 1) {
    for (const other of [cut + 1, cut + 7, PAGE.length]) {
      const delayer = scriptDelayer('n');
      const pieces = [PAGE.slice(0, cut), PAGE.slice(cut, other), PAGE.slice(other)];
      expect(pieces.map(delayer.push).join('') + delayer.end()).toBe(whole('n'));
    }
  }
});
