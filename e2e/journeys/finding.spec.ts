import { readFileSync } from 'node:fs';
import { useVerbs } from '../stage/application.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { openPicker, sendPicker } from '../stage/form-buyer.ts';
import { at, house } from '../stage/house.ts';
import { expect, test } from '../stage/journey.ts';
import { atCheckout, choose } from '../stage/purchase.ts';

useVerbs();

const listed = (page: import('playwright/test').Page, title: string) =>
  page.getByRole('main').getByRole('link', { name: title });

test('filters live in the address, and going back restores them', async ({ page }) => {
  await page.goto('/events');
  await expect(listed(page, 'Salt & Static')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Theatre' }).check();
  await expect(page).toHaveURL(/category=theatre/);
  await expect(listed(page, 'The Seagull')).toBeVisible();
  await expect(listed(page, 'Salt & Static')).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Hide sold out' }).check();
  await expect(page).toHaveURL(/available=1/);
  await expect(page.getByRole('heading', { level: 1, name: 'Theatre, not sold out' })).toBeVisible();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expect(page).toHaveTitle('Theatre, not sold out · Foyer');
  await expect(page.getByText('No event fits all of this at once.')).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL((url) => !url.search.includes('available'));
  await expect(page.getByRole('checkbox', { name: 'Hide sold out' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Theatre' })).toBeChecked();
  await expect(listed(page, 'The Seagull')).toBeVisible();

  await page.goForward();
  // The way out of an empty list: one press that lets go of one thing.
  await page.getByRole('link', { name: 'With what is sold out' }).click();
  await expect(listed(page, 'The Seagull')).toBeVisible();

  await page.goto('/events?q=seagul&category=theatre');
  await expect(page.getByRole('checkbox', { name: 'Theatre' })).toBeChecked();
  await expect(page.getByLabel('Artist, venue, event').last()).toHaveValue('seagul');
});

test('where and when on the home page are asked for together, with nothing but a form', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Where', { exact: true }).selectOption('Lisbon');
  await page.getByLabel('When', { exact: true }).selectOption('week');
  await page.getByRole('button', { name: 'Show events' }).click();
  await expect(page).toHaveURL(/\/events\?.*city=Lisbon.*when=week|\/events\?.*when=week.*city=Lisbon/);
  await expect(page.getByRole('radio', { name: 'The next 7 days' })).toBeChecked();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('filters come up as a sheet, whose action counts and leads back to the list', async ({ page }) => {
    await page.goto('/events');
    await page.waitForLoadState('networkidle');
    await page.locator('summary').filter({ hasText: 'Filters' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('checkbox', { name: 'Theatre' }).check();
    await expect(page).toHaveURL(/category=theatre/);
    await expect(sheet.getByRole('checkbox', { name: 'Theatre' })).toBeChecked();
    const action = sheet.getByRole('button', { name: 'Show 1 event' });
    // Fixed at the foot: in sight wherever one has scrolled to.
    await expect(action).toBeInViewport();
    await action.click();
    await expect(sheet).toBeHidden();
    await expect(listed(page, 'The Seagull')).toBeVisible();

    // What was chosen is still a field of the form once the sheet is gone, and Escape closes it as well.
    await page.locator('summary').filter({ hasText: 'Filters' }).click();
    await expect(sheet.getByRole('checkbox', { name: 'Theatre' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.locator('summary').filter({ hasText: 'Filters' })).toBeFocused();
  });

  test('without a script filters fold out over the list and are sent as a form', async ({ browser }) => {
    const context = await browser.newContext({
      baseURL: house().appUrl,
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto('/events');
    await page.locator('summary').filter({ hasText: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'Theatre' }).check();
    await page.getByRole('button', { name: /^Show \d+ events?$/ }).click();
    await expect(page).toHaveURL(/category=theatre/);
    await expect(listed(page, 'The Seagull')).toBeVisible();
    await context.close();
  });
});

test('in German', async ({ page }) => {
  const answer = await page.goto('/de/events');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Veranstaltungen|Events/);
  await listed(page, 'Salt & Static').click();
  await expect(page).toHaveURL(/\/de\/events\/paid-concert$/);
  await page
    .getByRole('button', { name: /Standing/ })
    .last()
    .click();
  await page.locator('form[aria-busy] button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/de\/checkout\/[0-9A-Z]{10}$/, { timeout: 15_000 });
  await expect(page.getByRole('timer')).toBeVisible();
});

test('a browser that prefers German is offered the German page, until somebody has decided', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: house().appUrl, locale: 'de-AT' });
  const page = await context.newPage();
  const offer = page.getByRole('link', { name: 'Diese Seite auf Deutsch' });

  await page.goto('/events?category=theatre');
  await expect(offer).toHaveAttribute('href', '/de/events?category=theatre');
  await offer.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('complementary')).toHaveCount(0);

  // Back to English by hand: that was a choice.
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.waitForLoadState('networkidle');
  await expect(offer).toHaveCount(0);
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await expect(offer).toHaveCount(0);
  await context.close();

  const another = await browser.newContext({ baseURL: house().appUrl, locale: 'de-AT' });
  const home = await another.newPage();
  await home.goto('/');
  await home.getByRole('button', { name: 'Bei Englisch bleiben' }).click();
  await expect(home.getByRole('complementary')).toHaveCount(0);
  await home.reload();
  await home.waitForLoadState('networkidle');
  await expect(home.getByRole('complementary')).toHaveCount(0);
  await another.close();
});

test('an unknown event answers 404 and shows a way on', async ({ page, watching }) => {
  watching.expectFailures(404);
  const answer = await page.goto('/events/there-is-no-such-event');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Wrong door' })).toBeVisible();
  await page.getByRole('link', { name: 'See what’s on' }).click();
  await expect(page).toHaveURL(/\/events$/);
});

test('an event says in words when it cannot be bought', async ({ page }) => {
  await page.goto('/events/sold-out-play');
  await expect(page.getByText('If one comes back, it is sold on this page.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hold/ })).toHaveCount(0);
  await page.goto('/events/not-yet-on-sale');
  await expect(page.getByRole('heading', { name: /^On sale / })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hold/ })).toHaveCount(0);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Remind me in my calendar' }).click();
  const file = readFileSync(await (await waiting).path(), 'utf8');
  expect(file).toMatch(/UID:sale-[0-9a-f-]{36}@/);
  expect(file).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  expect(file).toContain('BEGIN:VALARM');
  // There is nothing to be reminded of once it has begun.
  expect((await fetch(at('/events/paid-concert/reminder'))).status).toBe(404);
});

test('in a low window the button that holds tickets stays in sight, wherever one scrolls', async ({
  page,
}) => {
  const types = ['One', 'Two', 'Three', 'Four', 'Five'];
  const { slug } = await eventOnSale({
    ticketTypes: types.map((name) => ({ name, price: 1000, quantity: 50 })),
  });
  await page.setViewportSize({ width: 1366, height: 625 });
  await page.goto(`/events/${slug}`);
  const button = page.getByRole('button', { name: 'Hold tickets' });
  for (const top of [0, 60, 200]) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('button', { name: 'One more: Five' }).click();
  await expect(page.getByRole('button', { name: 'Hold 1 ticket' })).toBeInViewport({ ratio: 1 });
});

for (const [what, viewport] of Object.entries({
  'a tablet': { width: 1024, height: 768 },
  'a phone on its side': { width: 844, height: 390 },
})) {
  test(`on ${what} the tickets and the button that holds them are one press away`, async ({ page }) => {
    const { slug } = await eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 50 }] });
    await page.setViewportSize(viewport);
    await page.goto(`/events/${slug}`);
    await page.getByRole('link', { name: 'Choose tickets' }).click();
    await page.getByRole('button', { name: 'One more: Seat' }).click();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.getByRole('button', { name: 'Hold 1 ticket' })).toBeInViewport({ ratio: 1 });
  });
}

test('a number that begins below the least can be typed, and the least is taken once it stands', async ({
  page,
}) => {
  const { slug } = await eventOnSale({
    ticketTypes: [{ name: 'Table', price: 1000, quantity: 50, minPerBooking: 2, maxPerBooking: 20 }],
  });
  await page.goto(`/events/${slug}`);
  const field = page.getByLabel('How many: Table');
  await field.click();
  await page.keyboard.type('12');
  await expect(field).toHaveValue('12');
  await expect(page.getByRole('button', { name: 'Hold 12 tickets' })).toBeVisible();
  await field.fill('1');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('2');
  await expect(page.getByRole('button', { name: 'Hold 2 tickets' })).toBeVisible();
});

test('when less is left than asked for, the page says how many and offers them', async ({ page }) => {
  const { slug } = await eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 5 }] });
  await choose(page, slug, { Seat: 4 });
  const faster = await sendPicker(await openPicker(slug), 3);
  expect(faster.kind).toBe('held');

  await page.getByRole('button', { name: 'Hold 4 tickets' }).click();
  await expect(page.getByText('Only 2 tickets are left of Seat. Nothing has been held yet.')).toBeVisible();
  await expect(page.getByText('These are the last 2')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Hold 2 tickets' }).click();
  await atCheckout(page);
  await expect(page.getByText('2 × Seat').first()).toBeVisible();

  // Now all of them are in carts, which is not the same as sold out.
  await page.goto(`/events/${slug}`);
  await expect(page.getByText(/Every ticket that is left is in somebody’s cart/)).toBeVisible();
});

test('a promo code that does not apply is the field’s error, and nothing keeps from going on without it', async ({
  page,
}) => {
  await choose(page, 'paid-concert', { Standing: 1 });
  await page.getByText('Promo code?').click();
  await page.getByLabel('Code', { exact: true }).fill('NO-SUCH-CODE');
  await page.getByRole('button', { name: 'Hold 1 ticket' }).click();
  await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('There is no such promo code for this event.')).toBeVisible();
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Hold 1 ticket without it' }).click();
  await atCheckout(page);
});

test('a checkout says until when the tickets are held, also before a script knows the reader’s zone', async () => {
  const attempt = await sendPicker(await openPicker('paid-concert'), 1);
  if (attempt.kind !== 'held') throw new Error(attempt.words);
  const { reference, key } = attempt;
  const response = await fetch(at(`/checkout/${reference}`), {
    headers: { cookie: `foyer_booking_${reference}=${key}` },
  });
  expect(await response.text()).toMatch(/\d\d:\d\d UTC<\/time>/);
});
