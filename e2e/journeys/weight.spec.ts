import { signIn } from '#sandbox/screenshots/look.ts';
import { demoPassword, organizers } from '#sandbox/seed/people.ts';
import { at, house } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';

// Pages that only show things are light, stand still while they load, and are the same for everyone.

const pages = ['/', '/events', '/events/paid-concert'];

/**
 * The empty page of this build: what an address outside every layout answers (app/global-not-found.tsx) has words of
 * its own and not one component of ours that runs in a browser. So its scripts are what Next and React cost by
 * themselves, and what a page has beyond them is ours.
 */
const EMPTY = '/there-is-no-such-file.txt';

/** What of ours a page may have beyond that, compressed. */
const MOST = 35_000;

/** Compressed bytes of every script that a page has loaded, or was told to load, when it is done and quiet. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry): entry is PerformanceResourceTiming =>
          entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith('.js'),
      )
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}

test('home, list and event load at most 35 kB of script more than an empty page', async ({
  browser,
  watching,
}) => {
  watching.expectFailures(404);
  const measure = async (path: string) => {
    // A window of its own for each, with an empty cache. The policy of answers outside every layout forbids all
    // scripts, and this is about their weight.
    const context = await browser.newContext({ baseURL: house().appUrl, bypassCSP: true });
    const bytes = await scriptBytes(await context.newPage(), path);
    await context.close();
    return bytes;
  };
  const empty = await measure(EMPTY);
  // If this is not so, something was not measured.
  expect(empty).toBeGreaterThan(50_000);
  for (const path of pages) {
    const more = (await measure(path)) - empty;
    test.info().annotations.push({ type: path, description: `${more} bytes more than ${empty}` });
    expect.soft(more, `${path}, on top of ${empty}`).toBeLessThanOrEqual(MOST);
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
    const [guest, member] = [await htmlOf(path), await htmlOf(path, cookie)];
    expect.soft(member.length, path).toBe(guest.length);
    // Compared as one flag: a difference of whole pages is of no use to whoever reads it.
    const from = Array.from(guest).findIndex((letter, index) => letter !== member[index]);
    expect.soft(from === -1 ? '' : guest.slice(from - 60, from + 60), `${path} differs here`).toBe('');
  }
});
