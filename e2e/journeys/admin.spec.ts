import { admin, demoPassword } from '#sandbox/seed/people.ts';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { at } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { someone } from '../stage/purchase.ts';
import { signUp } from '../stage/sign-up.ts';

useVerbs();

async function enter(page: Page): Promise<void> {
  await page.goto('/sign-in?next=/admin');
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs you' })).toBeVisible();
}

/** Opens a deed, says why, and does it. */
async function does(page: Page, title: string, submit: string): Promise<void> {
  await page.getByText(title, { exact: true }).first().click();
  const deed = page.locator('details[open]');
  await deed.getByLabel('Why').fill('For the journey.');
  await deed.getByRole('button', { name: submit }).click();
}

test('an admin finds somebody, shuts them out at once, and lets them in again', async ({
  page,
  browser,
  watching,
}) => {
  const person = someone('Zoltán Őszi');
  const elsewhere = await browser.newContext();
  watching.watch(elsewhere);
  const theirs = await elsewhere.newPage();
  await theirs.goto(at('/'));
  await signUp(theirs, person);

  await enter(page);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('searchbox').fill(person.email);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: person.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
  await page.getByText('Suspend', { exact: true }).click();
  await page.locator('details[open]').getByRole('button', { name: 'Suspend now' }).click();
  await expect(page.getByText('Please say why.')).toBeVisible();
  await page.locator('details[open]').getByLabel('Why').fill('Sold the same ticket twice.');
  await page.locator('details[open]').getByRole('button', { name: 'Suspend now' }).click();
  await expect(page.getByText('Suspended, at once.')).toBeVisible();
  await expect(page.getByText('Sold the same ticket twice.')).toBeVisible();
  await theirs.goto(at('/account'));
  await expect(theirs).toHaveURL(/\/sign-in/);

  await does(page, 'Let in again', 'Let in again');
  await expect(page.getByText('The suspension is lifted.')).toBeVisible();
  await elsewhere.close();
});

test('an admin takes an event down with a reason, and puts it back', async ({ page }) => {
  const title = `Down and Up ${crypto.randomUUID().slice(0, 6)}`;
  const { slug } = await eventOnSale({ title });
  await enter(page);
  await page.goto(`/admin/events?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await does(page, 'Take down', 'Take down now');
  await expect(page.getByText('The event is off the public pages.')).toBeVisible();
  const offline = await page.goto(`/events/${slug}`);
  await expect(page.getByText('Tickets that were sold stay valid.')).toBeVisible();
  expect(await offline?.text()).not.toContain('Down and Up');
  await page.getByRole('main').getByRole('link', { name: 'See your bookings' }).click();
  await expect(page).toHaveURL(/\/bookings/);
  await page.goto(`/admin/events/${slug}`);
  await does(page, 'Put back', 'Put back');
  await expect(page.getByText('The event is what it was.')).toBeVisible();
  await page.goto(`/events/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Down and Up');

  // To the organizer's desk, and back.
  const [house] = await ask<{ slug: string }>(
    'select o.slug from organizers o join events e on e.organizer_id = o.id where e.slug = $1',
    [slug],
  );
  await page.goto(`/dashboard/${house?.slug}/events`);
  await page.getByRole('link', { name: 'Administration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs you' })).toBeVisible();
});

test('categories are made, moved and merged, and the public filters follow', async ({ page }) => {
  const name = `Readings ${crypto.randomUUID().slice(0, 6)}`;
  await enter(page);
  await page.goto('/admin/categories');
  await page.locator('#new-en').fill(name);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Please give a name.')).toBeVisible();
  await expect(page.locator('#new-en')).toHaveValue(name);
  await page.locator('#new-de').fill('Lesungen');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('The category is there.')).toBeVisible();
  const rows = page.locator('main ol > li summary');
  await expect(rows.last()).toContainText(name);
  const up = page.getByRole('button', { name: `Move ${name} up` });
  // By key: whoever puts a list in order stays on the button, also at the end of the list.
  await up.focus();
  const places = await rows.count();
  for (let place = places - 1; place >= 1; place -= 1) {
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('status').filter({ hasText: `${name} is now ${place} of ${places}.` }),
    ).toBeVisible();
    await expect(rows.nth(place - 1)).toContainText(name);
    await expect(up).toBeFocused();
  }
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await rows.first().click();
  await page.locator('details[open]').getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('The events have moved')).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});

test('a booking is found by its reference, its address or Stripe’s id', async ({ page }) => {
  const [booking] = await ask<{ reference: string; stripe: string; name: string }>(
    `select b.reference, p.stripe_payment_intent_id as stripe, b.buyer_name as name from bookings b
     join payments p on p.booking_id = b.id where b.status = 'confirmed' and p.outcome = 'fulfilled' limit 1`,
  );
  if (!booking) throw new Error('nothing was ever paid');
  await enter(page);
  for (const words of [booking.reference.toLowerCase(), booking.stripe]) {
    await page.goto('/admin/bookings');
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('link', { name: booking.name }).click();
    await expect(page.getByRole('heading', { level: 1, name: booking.reference })).toBeVisible();
    await expect(page.getByText(booking.stripe)).toBeVisible();
  }
});
