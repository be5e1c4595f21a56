import { demoPassword, organizers } from '#sandbox/seed/people.ts';
import { bookingState } from '../stage/database.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { isConfirmed, payButton, reachPayment, someone, typeCard } from '../stage/purchase.ts';

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('sign up, buy, find the booking in the account, sign out', async ({ page }) => {
  const buyer = someone('Ada Nwosu');
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(buyer.name);
  await page.getByLabel('E-mail').fill(buyer.email);
  await page.getByLabel('Password').fill('four words to remember');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();

  const reference = await reachPayment(page, buyer);
  await typeCard(page, 'visa');
  await payButton(page).click();
  await isConfirmed(page, reference);
  expect((await bookingState(reference)).status).toBe('confirmed');

  await page.goto('/bookings');
  const booking = page.getByRole('main').getByRole('link', { name: /Salt & Static/ });
  await expect(booking).toHaveCount(1);
  await expect(booking).toContainText('Confirmed');
  // The account opens the booking, also where this browser keeps no key to it.
  await page.context().clearCookies({ name: /^foyer_booking_/ });
  await booking.click();
  await isConfirmed(page, reference);

  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();
  await page.goto('/bookings');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fbookings/);
});

test('a wrong password is told apart from nothing', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('ines@foyer.example');
  await page.getByLabel('Password').fill('not her password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'do not go together' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('ines@foyer.example');
});

test('the dashboard is for members: guests sign in first, and see their own organizer alone', async ({
  page,
  watching,
}) => {
  const [owner] = organizers.mareBaixa.members;
  if (!owner) throw new Error('Maré Baixa has no members.');
  const own = `/dashboard/${organizers.mareBaixa.slug}/events`;
  await page.goto(own);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, owner.email);

  await expect(page).toHaveURL(new RegExp(`${own}$`));
  await expect(page.getByRole('row', { name: /Salt & Static/ })).toBeVisible();
  await expect(page.getByText('How to Read a Balance Sheet')).toHaveCount(0);
  await page.getByRole('link', { name: 'Bookings' }).first().click();
  await expect(page).toHaveURL(/\/dashboard\/mare-baixa\/bookings/);
  await expect(page.getByRole('row').nth(1)).toBeVisible();

  watching.expectFailures(404);
  for (const area of ['events', 'bookings']) {
    const answer = await page.goto(`/dashboard/${organizers.kanalhaus.slug}/${area}`);
    expect(answer?.status(), area).toBe(404);
    await expect(page.getByText('Nothing here').first()).toBeVisible();
    await expect(page.getByText('Balance Sheet')).toHaveCount(0);
  }
});

test('somebody who belongs to no organizer is told so, and sees nobody’s figures', async ({
  page,
  watching,
}) => {
  watching.expectFailures(404);
  await page.goto('/dashboard');
  await signIn(page, 'noor@foyer.example');
  await expect(page.getByText(/You do not belong to one yet/)).toBeVisible();
  const answer = await page.goto('/dashboard/mare-baixa/events');
  expect(answer?.status()).toBe(404);
});
