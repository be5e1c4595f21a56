import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#sandbox/process/project-root.ts';
import { signIn } from '#sandbox/screenshots/look.ts';
import { demoPassword, organizers } from '#sandbox/seed/people.ts';
import { at, house } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';

// Pages that only show things are light, stand still while they load, and are the same for everyone.

const pages = ['/', '/events', '/events/paid-concert'];

/**
 * What an empty page of this build loads, by Next's own list: React and Next by themselves, without one component of ours.
 */
const ofEveryPage = z
  .object({ rootMainFiles: z.array(z.string()).min(3) })
  .parse(JSON.parse(readFileSync(join(projectRoot, '.next', 'build-manifest.json'), 'utf8')))
  .rootMainFiles.map((file) => `/_next/${file}`);

/** What of ours a page may have beyond that, compressed. */
const MOST = 35_000;

/** Every script that a page has loaded, or was told to load, when it is done and quiet, with its compressed bytes. */
async function loadedScripts(page: Page, path: string): Promise<{ file: string; bytes: number }[]> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, encodedBodySize }) => ({ file: new URL(name).pathname, bytes: encodedBodySize }))
      .filter(({ file }) => file.endsWith('.js')),
  );
}

test('home, list and event load at most 35 kB of script more than an empty page', async ({ browser }) => {
  for (const path of pages) {
    // A window of its own for each, with an empty cache.
    const context = await browser.newContext({ baseURL: house().appUrl });
    const scripts = await loadedScripts(await context.newPage(), path);
    await context.close();
    // If one of them is missing, something was not measured.
    expect(scripts.map(({ file }) => file)).toEqual(expect.arrayContaining(ofEveryPage));
    const ours = scripts.filter(({ file }) => !ofEveryPage.includes(file));
    const more = ours.reduce((sum, { bytes }) => sum + bytes, 0);
    test.info().annotations.push({ type: path, description: `${more} bytes more than an empty page` });
    expect.soft(more, path).toBeLessThanOrEqual(MOST);
    expect.soft(ours.filter(({ bytes }) => bytes === 0)).toEqual([]);
  }
});

test('what every page runs asks to be compiled while it is fetched', async () => {
  for (const file of ofEveryPage) {
    const script = await (await fetch(at(file))).text();
    expect.soft(script.startsWith('//# allFunctionsCalledOnLoad\n'), file).toBe(true);
  }
});

for (const [screen, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1440, height: 900 }],
] as const) {
  test(`nothing moves while a page loads, on ${screen}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const shifts: { value: number; what: string }[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources = [] } = entry as PerformanceEntry & {
            value: number;
            sources?: { node: Node | null }[];
          };
          const names = sources.map(({ node }) =>
            (node instanceof Element ? node.outerHTML : '').slice(0, 120),
          );
          shifts.push({ value, what: names.join(' | ') });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      // Through the page and back, for what only comes into being when it is seen.
      await page.mouse.wheel(0, 4000);
      await page.waitForTimeout(200);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: unknown }).shifts);
      expect.soft(shifts, path).toEqual([]);
    }
  });
}

test('a page that was painted before the typeface came has its lines where they would be', async ({
  browser,
}) => {
  /** How wide the words of each heading and of the first lines are. */
  async function widths(withFonts: boolean) {
    const context = await browser.newContext({
      baseURL: house().appUrl,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    if (!withFonts) await page.route('**/*.woff2', (route) => route.abort());
    await page.goto('/events/paid-concert');
    // The first visit may have been painted without them.
    if (withFonts) await page.reload();
    await page.evaluate(() => document.fonts.ready);
    const all = await page.evaluate(() =>
      Array.from(document.querySelectorAll('main h1, main h2, main strong'), (heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return { words: heading.textContent ?? '', width: range.getBoundingClientRect().width };
      }),
    );
    await context.close();
    return all;
  }
  const [drawn, stoodIn] = [await widths(true), await widths(false)];
  expect(drawn.length).toBeGreaterThan(3);
  for (const [index, { words, width }] of drawn.entries()) {
    const off = Math.abs((stoodIn[index]?.width ?? 0) / width - 1);
    test.info().annotations.push({ type: words, description: `${(off * 100).toFixed(1)} % off` });
    expect.soft(off, words).toBeLessThan(0.1);
  }
});

test('pages that only show something may be kept for the way back', async () => {
  for (const path of pages) {
    expect.soft((await fetch(at(path))).headers.get('cache-control'), path).toBe('private, no-cache');
  }
});

/** A page as the server sends it, without what is random by intention. */
async function htmlOf(path: string, cookie?: string): Promise<string> {
  const response = await fetch(at(path), cookie ? { headers: { cookie } } : {});
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
  const id = response.headers.get('x-request-id');
  if (!nonce || !id) throw new Error(`${path} came without a nonce or a request id.`);
  return (await response.text()).replaceAll(nonce, 'NONCE').replaceAll(id, 'ID');
}

test('a public page is the same for every visitor, byte for byte', async ({ browser }) => {
  const [owner] = organizers.mareBaixa.members;
  const context = await browser.newContext({ baseURL: house().appUrl });
  await signIn(context, house().appUrl, { email: owner?.email ?? '', password: demoPassword });
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await context.close();
  expect(cookie).toContain('session');
  for (const path of [...pages, '/de', '/de/events', '/events?q=salt', '/offline', '/terms']) {
    // Next writes what a page is made of in the order in which it becomes ready, so two answers to the same visitor may
    // differ in that order. What is said to one visitor alone would differ every time.
    await expect
      .soft(async () => {
        const [guest, member] = [await htmlOf(path), await htmlOf(path, cookie)];
        expect(member.length, path).toBe(guest.length);
        // Compared as one flag: a difference of whole pages is of no use to whoever reads it.
        const from = Array.from(guest).findIndex((letter, index) => letter !== member[index]);
        expect(from === -1 ? '' : guest.slice(from - 60, from + 60), `${path} differs here`).toBe('');
      })
      .toPass({ timeout: 5_000 });
  }
});
