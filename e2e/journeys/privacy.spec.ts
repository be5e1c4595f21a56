import { readFileSync } from 'node:fs';
import { demoPassword } from '#sandbox/seed/people.ts';
import { ask } from '../stage/database.ts';
import { until } from '../stage/house.ts';
import { expect, test } from '../stage/journey.ts';
import { mailsTo } from '../stage/mailbox.ts';
import { choose, fillIn, hold, isConfirmed, someone } from '../stage/purchase.ts';
import { linkIn, signUp } from '../stage/sign-up.ts';

test('take one’s data along, then delete the account: wrong words first, then for good, and the ticket stays valid', async ({
  page,
}) => {
  const marta = someone('Marta Ferreira');
  await signUp(page, marta);
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  await fillIn(page, marta);
  await page.getByRole('button', { name: /^Get 1 ticket/ }).click();
  await isConfirmed(page, reference);

  await page.goto('/account');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^foyer-[\d-]+\.json$/);
  const told: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect(told).toMatchObject({ format: 'foyer-person', bookings: [{ reference, name: marta.name }] });

  await page.getByRole('link', { name: 'Go on to delete it' }).click();
  await expect(page.getByText('You have one ticket for what is ahead.')).toBeVisible();
  const typed = page.getByLabel('Your e-mail address, to be sure');
  const password = page.getByLabel('Your password', { exact: true });
  const submit = page.getByRole('button', { name: 'Delete my account for good' });
  await typed.fill('somebody@else.example');
  await password.fill(demoPassword);
  await submit.click();
  await expect(page.getByText('This is not the address of your account.')).toBeVisible();
  await expect(typed).toBeFocused();
  await typed.fill(marta.email.toUpperCase());
  await password.fill('not my password');
  await submit.click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await password.fill(demoPassword);
  await submit.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
  // The whole page is a guest's at once.
  await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible();

  const last = await until('the last mail is there', async () =>
    (await mailsTo(marta.email)).find(({ subject }) => subject === 'Your account is deleted'),
  );
  expect(last?.text).toContain('Tickets stay valid');
  expect(
    await ask(
      `select t.status, t.attendee_name, b.buyer_name from tickets t join bookings b on b.id = t.booking_id
       where b.reference = $1`,
      [reference],
    ),
  ).toEqual([{ status: 'valid', attendee_name: 'Name deleted', buyer_name: 'Name deleted' }]);
  await until(
    'nothing is left of the address',
    () =>
      ask(`select from users where email = $1 union all select from deliveries where recipient = $1`, [
        marta.email,
      ]),
    { wanted: (rows) => rows.length === 0 },
  );
});

test('delete an account that has no password, by a link from a mail, without a script', async ({
  page,
  browser,
  watching,
}) => {
  const olena = someone('Olena Shevchuk');
  await signUp(page, olena);
  await ask('update users set password_hash = null where email = $1', [olena.email]);
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  watching.watch(bare);
  const hers = await bare.newPage();
  await hers.goto('/de/account/delete');
  await hers.getByRole('button', { name: 'Link schicken' }).click();
  await expect(hers.getByRole('status')).toContainText('Eine Mail ist zu Ihnen unterwegs');
  const mail = await until('the link has arrived', async () =>
    (await mailsTo(olena.email)).find(({ text }) => text.includes('/account/delete?')),
  );
  await hers.goto(linkIn(mail?.text ?? '', '/account/delete'));
  await hers.getByLabel('Ihre E-Mail-Adresse, zur Sicherheit').fill(olena.email);
  await hers.getByRole('button', { name: 'Mein Konto endgültig löschen' }).click();
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Ihr Konto ist gelöscht');
  expect(await ask('select from users where email = $1', [olena.email])).toEqual([]);
  await bare.close();
});
