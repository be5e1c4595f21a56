import { demoPassword } from '#sandbox/seed/people.ts';
import { house } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { choose, fillIn, hold, isConfirmed, someone } from '../stage/purchase.ts';
import { readQr } from '../stage/qr.ts';
import { signUp } from '../stage/sign-up.ts';

// Somebody stands at the door without a network.

/** Whether this browser keeps a page for when there is no network. */
const keeps = (page: Page, path: string) =>
  page.evaluate(
    async (wanted) =>
      (await caches.has('foyer-bookings-1')) &&
      (await (await caches.open('foyer-bookings-1')).match(wanted)) !== undefined,
    path,
  );

const codes = (page: Page) => page.getByRole('img', { name: /^QR code of ticket/ });

test('a booking that was opened once opens without a network, and signing out forgets it', async ({
  page,
  context,
  watching,
}) => {
  const buyer = someone();
  await signUp(page, buyer);

  await choose(page, 'free-exhibition', { Entry: 2 });
  const reference = await hold(page);
  await fillIn(page, buyer, ['A friend']);
  await page.getByRole('button', { name: 'Get 2 tickets' }).click();
  await isConfirmed(page, reference);
  const path = `/bookings/${reference}`;
  await page.goto(path);
  await expect.poll(() => keeps(page, path)).toBe(true);
  const shown = await Promise.all((await codes(page).all()).map((code) => code.screenshot()));
  expect(shown).toHaveLength(2);

  // What nothing answers is an error in a browser's console.
  watching.expectFailures('lost', 'offline');
  await expect(page.getByText('No connection')).toHaveCount(0);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'You’re in' })).toBeVisible();
  await expect(codes(page)).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: 'No connection' })).toContainText(
    /It is from \w+day \d\d:\d\d/,
  );
  const kept: string[] = [];
  for (const code of await codes(page).all()) kept.push(readQr(await code.screenshot()));
  expect(kept).toEqual(shown.map(readQr));

  await page.goto('/de/events');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('link', { name: /Paper Weather.*\d\d:\d\d/ })).toHaveAttribute('href', path);

  await context.setOffline(false);
  await page.goto('/');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();
  expect(await keeps(page, path)).toBe(false);
});

test('what an account had kept is forgotten when another one is signed in here', async ({
  page,
  browser,
  watching,
}) => {
  const buyer = someone();
  await signUp(page, buyer);
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  await fillIn(page, buyer, []);
  await page.getByRole('button', { name: 'Get 1 ticket' }).click();
  await isConfirmed(page, reference);
  const path = `/bookings/${reference}`;

  // At a computer that others use as well.
  const shared = await browser.newContext({ baseURL: house().appUrl });
  watching.watch(shared);
  const desk = await shared.newPage();
  const logIn = async (email: string, next: string) => {
    await desk.goto(`/sign-in?${new URLSearchParams({ next })}`);
    await desk.getByLabel('E-mail').fill(email);
    await desk.getByLabel('Password').fill(demoPassword);
    await desk.getByRole('button', { name: 'Log in' }).click();
    await desk.waitForURL((url) => url.pathname === next);
  };
  await logIn(buyer.email, path);
  await expect.poll(() => keeps(desk, path)).toBe(true);
  await desk.goto(`/de${path}`);
  await expect.poll(() => keeps(desk, `/de${path}`)).toBe(true);
  await desk.goto('/');
  await expect(desk.getByRole('button', { name: 'Log out' })).toBeVisible();
  expect(await keeps(desk, path)).toBe(true);

  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out all other devices' }).click();
  await expect(page.getByText('All other devices are logged out.')).toBeVisible();
  await logIn('noor@foyer.example', '/bookings');
  for (const kept of [path, `/de${path}`]) await expect.poll(() => keeps(desk, kept)).toBe(false);
  await shared.close();
});
