import { moveClock } from '../stage/clock.ts';
import { bookingState } from '../stage/database.ts';
import { until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import {
  atCheckout,
  choose,
  fillIn,
  hold,
  isConfirmed,
  payButton,
  someone,
  typeCard,
} from '../stage/purchase.ts';

/** Lets time pass: for the house, and for the page that counts it down. */
async function wait(page: Page, minutes: number): Promise<void> {
  await moveClock(`+${minutes}m`);
  await page.clock.fastForward(minutes * 60_000);
}

test('a hold can be extended once, then runs out; what was typed is kept and tickets are held again', async ({
  page,
}) => {
  const buyer = someone('Nguyễn Thị Minh Khai');
  await page.clock.install();
  await choose(page, 'paid-concert', { Standing: 2 });
  const reference = await hold(page);
  await fillIn(page, buyer, ['Cher']);

  await page.getByRole('button', { name: 'Add 5 minutes' }).click();
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:/);
  await expect(page.getByRole('button', { name: 'Add 5 minutes' })).toHaveCount(0);
  await expect(page.getByLabel('Full name')).toHaveValue(buyer.name);

  await wait(page, 16);
  const notice = page.getByRole('alert').filter({ hasText: 'Your time is up' });
  await expect(notice).toContainText('No money has moved');
  await expect(payButton(page)).toHaveCount(0);
  await until('the hold has expired', async () => (await bookingState(reference)).status === 'expired');

  await page.getByRole('button', { name: 'Try to hold them again' }).click();
  await page.waitForURL((url) => !url.pathname.includes(reference));
  const again = await atCheckout(page);
  await expect(page.getByLabel('Full name')).toHaveValue(buyer.name);
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(buyer.email);
  await expect(page.getByLabel('Ticket 2,')).toHaveValue('Cher');
  await page.getByLabel(/^I accept the terms/).check();
  await typeCard(page, 'visa');
  await payButton(page).click();
  await isConfirmed(page, again);
  expect(await bookingState(again)).toMatchObject({ status: 'confirmed', tickets: 2 });
});

test('a checkout that is opened after its time says so', async ({ page }) => {
  await choose(page, 'paid-concert', { Standing: 1 });
  const reference = await hold(page);
  await moveClock('+11m');
  await until('the hold has expired', async () => (await bookingState(reference)).status === 'expired');
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'Your time is up' })).toBeVisible();
  await page.goto(`/bookings/${reference}`);
  await expect(page.getByRole('heading', { level: 1, name: 'The time ran out' })).toBeVisible();
  await expect(page.getByText('no money has moved')).toBeVisible();
});

test('the clock of an open checkout is the server’s: time that passes elsewhere ends it here', async ({
  page,
}) => {
  await choose(page, 'paid-concert', { Standing: 1 });
  const reference = await hold(page);
  await expect(page.getByRole('timer')).toContainText(/^(9:|10:00)/);
  await moveClock('+11m');
  await until('the hold has expired', async () => (await bookingState(reference)).status === 'expired');
  // Coming back to the page asks; otherwise it is asked every twenty seconds.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('alert').filter({ hasText: 'Your time is up' })).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
});
