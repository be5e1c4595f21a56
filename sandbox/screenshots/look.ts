import type { BrowserContext, Page } from 'playwright';
import type { PublicPage, Scenes } from './public-pages.ts';

/**
 * Opens a page and brings it into its state, with fonts and pictures there and nothing moving.
 *
 * @throws when it answers otherwise than it should
 */
export async function openPage(page: Page, look: PublicPage, path: string, appUrl: string): Promise<void> {
  const address = new URL(path, appUrl);
  if (address.origin === new URL(appUrl).origin) {
    const response = await page.goto(address.href, { waitUntil: 'load' });
    const wanted = look.status ?? 200;
    if (response?.status() !== wanted)
      throw new Error(`${path} answers ${response?.status()} instead of ${wanted}.`);
  } else {
    // A mail: its own address forbids every script, also those that look at it.
    const html = await (await fetch(address)).text();
    const withBase = html.replace(/<head[^>]*>/, (head) => `${head}<base href="${address.href}">`);
    await page.setContent(withBase, { waitUntil: 'load' });
  }
  await look.act?.(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What is loaded late loads now, so that a picture of the whole page has it.
    for (const image of document.images) image.loading = 'eager';
    const pictures = Promise.allSettled(Array.from(document.images, (image) => image.decode()));
    await Promise.race([pictures, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  });
}

/** Signs in as somebody, in a window of their own; whoever was signed in before is out. */
export async function signIn(
  context: BrowserContext,
  appUrl: string,
  person: { email: string; password: string },
): Promise<void> {
  const page = await context.newPage();
  await context.clearCookies({ name: /session/ });
  await page.goto(new URL('/sign-in', appUrl).href);
  await page.locator('main input[type=email]').fill(person.email);
  await page.locator('main input[type=password]').fill(person.password);
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
}

/** The pages that a house has, each with its address. */
export function pagesOf(pages: readonly PublicPage[], scenes: Scenes): (PublicPage & { path: string })[] {
  return pages.flatMap((page) => {
    const path = page.at(scenes);
    return path === undefined ? [] : [{ ...page, path }];
  });
}
