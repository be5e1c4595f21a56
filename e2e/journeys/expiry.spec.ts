import { useVerbs } from '../stage/application.ts';
import { moveClock } from '../stage/clock.ts';
import { bookingState } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { openPicker, sendPicker } from '../stage/form-buyer.ts';
import { until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import {
  atCheckout,
  choose,
  fillIn,
  hold,
  isConfirmed,
  payButton,
  reachPayment,
  someone,
  typeCard,
} from '../stage/purchase.ts';

useVerbs();

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
  await expect(page.getByLabel('Ticket 2:')).toHaveValue('Cher');
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

test('tickets that somebody else has got meanwhile are said to be gone, where the try was made', async ({
  page,
}) => {
  const { slug } = await eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 1 }] });
  await choose(page, slug, { Seat: 1 });
  const reference = await hold(page);
  await moveClock('+11m');
  await until('the hold has expired', async () => (await bookingState(reference)).status === 'expired');
  await page.reload();
  expect((await sendPicker(await openPicker(slug), 1)).kind).toBe('held');
  await page.getByRole('button', { name: 'Try to hold them again' }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'Not to be had again just now' });
  await expect(refused).toContainText('in carts right now');
  await expect(page.locator(':focus')).toContainText('Not to be had again');
  await expect(page.getByText('You can try to hold them again')).toHaveCount(0);
  await refused.getByRole('link', { name: 'Back to the event' }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${slug}`));
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
  await page.getByLabel(/may write to me/).focus();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const ended = page.getByRole('alert').filter({ hasText: 'Your time is up' });
  await expect(ended).toBeInViewport({ ratio: 1 });
  await expect(page.locator(':focus')).toContainText('Your time is up');
  await expect(payButton(page)).toHaveCount(0);
  // The tab had the time in its name; it must not go on counting what is over.
  await expect(page).toHaveTitle(/^Checkout · /);
});

test('the tab is named after the time that is left and what it is held for', async ({ page }) => {
  await choose(page, 'paid-concert', { Standing: 1 });
  await hold(page);
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await expect(page).toHaveTitle(new RegExp(`^(9:\\d\\d|10:00) · ${title}$`));
});

test('a checkout that was paid for in another tab leads to the booking, and says nothing of time', async ({
  page,
  context,
}) => {
  const buyer = someone();
  const reference = await reachPayment(page, buyer);
  const other = await context.newPage();
  await other.goto(page.url());
  await fillIn(other, buyer);
  await typeCard(other, 'visa');
  await payButton(other).click();
  await isConfirmed(other, reference);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await isConfirmed(page, reference);
});

test('a declined card gives the hold more time, and the clock shows it', async ({ page, watching }) => {
  watching.expectFailures(402);
  await page.clock.install();
  await reachPayment(page, someone());
  await wait(page, 6);
  await expect(page.getByRole('timer')).toHaveText(/^[34]:/);
  await typeCard(page, 'declined');
  await payButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Your card was declined' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^1\d:/);
});

test('what was typed and ticked is there after a reload, and what was typed before the scripts ran', async ({
  page,
}) => {
  const buyer = someone();
  await reachPayment(page, buyer, 2);
  await page.reload();
  await expect(page.getByLabel('Full name')).toHaveValue(buyer.name);
  await expect(page.getByLabel('Same as above')).toBeChecked();
  await expect(page.getByLabel('Ticket 1:')).toHaveValue(buyer.name);
  await expect(page.getByLabel(/^I accept the terms/)).toBeChecked();

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Full name').fill('Somebody Quicker');
  await page.getByLabel(/may write to me/).check();
  release();
  await atCheckout(page);
  await expect(page.getByLabel('Full name')).toHaveValue('Somebody Quicker');
  await expect(page.getByLabel('Ticket 1:')).toHaveValue('Somebody Quicker');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(buyer.email);
  await expect(page.getByLabel(/may write to me/)).toBeChecked();
});
