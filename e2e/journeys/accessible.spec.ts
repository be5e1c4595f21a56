import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '../stage/journey.ts';
import { choose, fillIn, hold, isConfirmed, someone } from '../stage/purchase.ts';

/** What axe finds by the rules of WCAG 2.2 AA, as lines that say where. */
async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The card form is Stripe's, or the stand-in's.
    .exclude('iframe')
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

for (const path of [
  '/',
  '/events',
  '/events/paid-concert',
  '/events/sold-out-play',
  '/sign-in',
  '/sign-up',
]) {
  test(`${path} has no barriers that a program can find`, async ({ page }) => {
    await page.goto(path);
    expect(await problemsOf(page)).toEqual([]);
  });
}

test('nor have the checkout and the booking', async ({ page }) => {
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  expect(await problemsOf(page)).toEqual([]);
  await fillIn(page, someone());
  await page.getByRole('button', { name: 'Get 1 ticket' }).click();
  await isConfirmed(page, reference);
  expect(await problemsOf(page)).toEqual([]);
});
