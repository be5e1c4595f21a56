import { demoPassword, organizers } from '#sandbox/seed/people.ts';
import { bookingState } from '../stage/database.ts';
import { at, until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { mailsTo, mailTo } from '../stage/mailbox.ts';
import {
  choose,
  fillIn,
  hold,
  isConfirmed,
  payButton,
  reachPayment,
  someone,
  typeCard,
} from '../stage/purchase.ts';
import { linkIn, signUp } from '../stage/sign-up.ts';

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('sign up, buy, find the booking in the account, sign out', async ({ page }) => {
  const buyer = someone('Ada Nwosu');
  await signUp(page, buyer);

  const reference = await reachPayment(page, buyer);
  await typeCard(page, 'visa');
  await payButton(page).click();
  await isConfirmed(page, reference);
  expect((await bookingState(reference)).status).toBe('confirmed');

  await page.goto('/bookings');
  await expect(page.getByRole('article')).toContainText('Salt & Static');
  const booking = page.getByRole('link', { name: 'Show my ticket' });
  // The account opens the booking, also where this browser keeps no key to it.
  await page.context().clearCookies({ name: /^foyer_booking_/ });
  await booking.click();
  await isConfirmed(page, reference);

  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();
  await page.goto('/bookings');
  await expect(page.getByText('Salt & Static')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fbookings',
  );
});

test('a password that was forgotten is chosen anew, and a link lets in without one', async ({
  page,
  browser,
}) => {
  const person = someone('Ada Nwosu');
  await signUp(page, person);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const letter = (subject: RegExp) =>
    until(`${subject} is there`, async () =>
      (await mailsTo(person.email)).find((mail) => subject.test(mail.subject)),
    );

  await other.goto(at('/sign-in'));
  await other.getByRole('link', { name: 'Forgotten your password?' }).click();
  await other.getByRole('heading', { name: 'A new password' }).waitFor();
  await other.getByLabel('E-mail').fill(person.email);
  await other.getByRole('button', { name: 'Send the link' }).click();
  await expect(other.getByRole('status')).toContainText(person.email);
  const reset = linkIn((await letter(/new password/))?.text ?? '', '/reset-password');
  await other.goto(reset);
  await other.getByLabel('New password').fill('short');
  await other.getByRole('button', { name: 'Change my password' }).click();
  await expect(other.getByText('needs at least 10 characters')).toBeVisible();
  await other.getByLabel('New password').fill('four other words now');
  await other.getByRole('button', { name: 'Change my password' }).click();
  await expect(other.getByRole('button', { name: 'Log out' })).toBeVisible();

  // The device that was logged in before is out, and the link is over.
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await page.goto(reset);
  await expect(page.getByRole('heading', { name: 'This link is over' })).toBeVisible();

  await page.goto('/sign-in?next=%2Fbookings');
  await page.getByRole('link', { name: 'Send me a link instead' }).click();
  await page.getByRole('heading', { name: 'Log in with a link' }).waitFor();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText(person.email);
  await page.goto(linkIn((await letter(/link to log in/))?.text ?? '', '/sign-in/link'));
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(/\/bookings$/);
  await elsewhere.close();
});

test('an account that is confirmed in another browser has the password that is chosen there', async ({
  page,
  browser,
  watching,
}) => {
  const person = someone('Ada Nwosu');
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill('typed by a stranger');
  await page.getByLabel('I accept the terms').check();
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByText('Open that mail to go on').waitFor();

  const phone = await browser.newContext();
  watching.watch(phone);
  const other = await phone.newPage();
  await other.goto(linkIn((await mailTo(person.email)).text, '/confirm'));
  await expect(other.getByText('It was asked for in another browser')).toBeVisible();
  await other.getByRole('button', { name: 'Yes, make my account' }).click();
  await expect(other.getByText('needs at least 10 characters').first()).toBeVisible();
  await other.getByLabel('Password').fill('chosen by its owner');
  await other.getByRole('button', { name: 'Yes, make my account' }).click();
  await expect(other.getByRole('button', { name: 'Log out' }).first()).toBeVisible();

  await page.goto('/sign-in?next=%2Faccount');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill('typed by a stranger');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'do not go together' })).toBeVisible();
  await phone.close();
});

test('one’s own account: another name, another password, and out on every other device', async ({
  page,
  browser,
}) => {
  const person = someone('Ada Nwosu');
  await signUp(page, person);
  const phone = await browser.newContext();
  const other = await phone.newPage();
  await other.goto(at('/sign-in?next=%2Faccount'));
  await signIn(other, person.email);
  await expect(other.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();

  await page.goto('/account');
  await page.getByLabel('Your name').fill('李小龍');
  await page.getByLabel('Foyer may write to me').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByText(/You said yes on/)).toBeVisible();
  await expect(page.getByText('This device')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Log out .+,/ })).toHaveCount(1);

  await page.locator('summary', { hasText: 'Password' }).click();
  await page.getByLabel('Present password').fill('not it at all');
  await page.getByLabel('New password').fill('four other words now');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').fill(demoPassword);
  await page.getByLabel('New password').fill('four other words now');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('all other devices are logged out')).toBeVisible();
  await expect(page.getByLabel('Present password')).toBeHidden();
  await other.goto(at('/account'));
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await expect(other.getByText('This device was logged out')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByLabel('Your name')).toHaveValue('李小龍');
  await phone.close();
});

test('who makes an account for a booking has nothing to type twice, and nobody else is told', async ({
  page,
  browser,
}) => {
  const buyer = someone('Ada Nwosu');
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  await fillIn(page, buyer, []);
  await page.getByRole('button', { name: /^Get 1 ticket/ }).click();
  await isConfirmed(page, reference);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expect(page.getByLabel('Your name')).toHaveValue(buyer.name);
  await expect(page.getByLabel('E-mail')).toHaveValue(buyer.email);
  expect(page.url()).not.toContain('example');

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Your name')).toHaveValue('');
  await expect(other.getByLabel('E-mail')).toHaveValue('');
  await elsewhere.close();
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

test('an address is changed once both mailboxes have said yes', async ({ page, browser, watching }) => {
  const person = someone('Ada Nwosu');
  const wanted = someone().email;
  await signUp(page, person);
  await page.goto('/account');
  await page.locator('summary', { hasText: 'E-mail' }).click();
  await page.getByLabel('New address').fill(wanted);
  await page.locator('#email-password').fill('not the password');
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(page.getByLabel('New address')).toHaveValue(wanted);
  await page.locator('#email-password').fill(demoPassword);
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByText('has not answered yet')).toHaveCount(2);
  await expect(page.locator(':focus')).toContainText('We have written to both addresses.');

  const linkTo = async (email: string) => {
    const mail = await until(`${email} is asked`, async () =>
      (await mailsTo(email)).find(({ text }) => text.includes('/change-email?key=')),
    );
    return linkIn(mail?.text ?? '', '/change-email');
  };
  // The new mailbox is read on a telephone that nobody is signed in on.
  const elsewhere = await browser.newContext();
  watching.watch(elsewhere);
  const phone = await elsewhere.newPage();
  await phone.goto(await linkTo(wanted));
  await phone.getByRole('button', { name: 'Yes, it is mine' }).click();
  await expect(phone.getByRole('heading', { name: 'Half of it is done' })).toBeVisible();
  await page.goto(await linkTo(person.email));
  await page.getByRole('button', { name: 'Yes, move it' }).click();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText(`Signed in as ${wanted}.`)).toBeVisible();
  await elsewhere.close();
});
