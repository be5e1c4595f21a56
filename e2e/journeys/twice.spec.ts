import { ask, bookingState } from '../stage/database.ts';
import { expect, test } from '../stage/journey.ts';
import {
  atCheckout,
  choose,
  fillIn,
  isConfirmed,
  payButton,
  reachPayment,
  someone,
  typeCard,
} from '../stage/purchase.ts';
import { chargesFor } from '../stage/stripe.ts';

const bookingsOf = async (slug: string) => {
  const [row] = await ask<{ count: number }>(
    'select count(*)::int as count from bookings b join events e on e.id = b.event_id where e.slug = $1',
    [slug],
  );
  return row?.count ?? 0;
};

test('a double click on Hold makes one booking, and refreshing its checkout keeps it', async ({ page }) => {
  const before = await bookingsOf('paid-concert');
  await choose(page, 'paid-concert', { Standing: 1 });
  await page.getByRole('button', { name: 'Hold 1 ticket' }).dblclick();
  const reference = await atCheckout(page);
  expect(await bookingsOf('paid-concert')).toBe(before + 1);
  await page.reload();
  expect(await atCheckout(page)).toBe(reference);
  expect(await bookingsOf('paid-concert')).toBe(before + 1);
  expect((await bookingState(reference)).status).toBe('held');
});

test('two tabs that pay the same booking at once are charged once', async ({ page, context, watching }) => {
  // The slower tab's confirmation is refused by Stripe, which a browser logs.
  watching.expectFailures(400, 402);
  const buyer = someone();
  const reference = await reachPayment(page, buyer);
  const other = await context.newPage();
  await other.goto(page.url());
  await atCheckout(other);
  await fillIn(other, buyer);
  await Promise.all([typeCard(page, 'visa'), typeCard(other, 'visa')]);
  await Promise.all([payButton(page).click(), payButton(other).click()]);
  await isConfirmed(page, reference);
  await isConfirmed(other, reference);
  expect(await chargesFor(reference)).toBe(1);
  expect(await bookingState(reference)).toMatchObject({ status: 'confirmed', tickets: 1 });

  await test.step('going back to a checkout that is paid shows the booking', async () => {
    await other.goto(`/checkout/${reference}`);
    await isConfirmed(other, reference);
  });
});

test('a reference alone opens nothing', async ({ page, browser, watching }) => {
  const reference = await reachPayment(page, someone());
  const stranger = await browser.newContext();
  watching.watch(stranger);
  watching.expectFailures(404);
  const their = await stranger.newPage();
  for (const path of [
    `/checkout/${reference}`,
    `/bookings/${reference}`,
    `/bookings/${reference}/calendar`,
  ]) {
    const answer = await their.goto(new URL(path, page.url()).href);
    expect(answer?.status(), path).toBe(404);
  }
  await stranger.close();
});

test('tickets can be given back', async ({ page }) => {
  const reference = await reachPayment(page, someone());
  // Whoever looks at the event again meanwhile finds the way back.
  const onward = page.getByRole('link', { name: 'Go on to the checkout' });
  await page.goto('/events/paid-concert');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: 'To the checkout', exact: true })).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 720 });
  await onward.click();
  await expect(page).toHaveURL(new RegExp(`/checkout/${reference}$`));
  await page.getByRole('button', { name: 'Give the tickets back' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Your tickets were given back' });
  await expect(said).toBeVisible();
  await expect(page.locator(':focus').getByRole('status')).toHaveText(/Your tickets were given back/);
  // Said once: the address that may be handed on does not say it.
  await expect(page).toHaveURL(/\/events\/paid-concert$/);
  await expect(onward).toHaveCount(0);
  expect((await bookingState(reference)).status).toBe('released');
  await page.goto(`/bookings/${reference}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Tickets given back' })).toBeVisible();
});
