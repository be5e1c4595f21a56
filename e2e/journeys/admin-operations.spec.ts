import { failJob, setPaymentAside } from '#sandbox/screenshots/make-trouble.ts';
import { admin, demoPassword } from '#sandbox/seed/people.ts';
import { someoneSignedIn } from '../access/readers.ts';
import { useVerbs } from '../stage/application.ts';
import { ask, bookingState } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { at, until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { mailsTo } from '../stage/mailbox.ts';

useVerbs();

async function enter(page: Page): Promise<void> {
  await page.goto('/sign-in?next=/admin');
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs you' })).toBeVisible();
}

const waiting = (page: Page, reference: string) =>
  page.locator('main > ul > li').filter({ has: page.getByRole('link', { name: reference }) });

/** An event with one place, and a payment for it that does not fit. */
async function oneSetAside() {
  const { slug } = await eventOnSale({
    title: `A Cent Short ${crypto.randomUUID().slice(0, 6)}`,
    ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 1 }],
  });
  return { slug, ...(await setPaymentAside(ask, slug)) };
}

test('a payment that was set aside is sent back, and everybody concerned knows', async ({ page }) => {
  const { reference } = await oneSetAside();
  await enter(page);
  await page.getByRole('link', { name: /payments set aside/ }).click();
  const payment = waiting(page, reference);
  await expect(payment).toContainText('Stripe took €21.00; €21.01 was asked for.');
  await payment.getByText('Send €21.00 back', { exact: true }).click();
  const send = payment.getByRole('button', { name: 'Send €21.00 back now' });
  await send.click();
  await expect(payment.getByText('Please say why.')).toBeVisible();
  await payment.locator('details[open]').getByLabel('Why').fill('Asked for one cent too much.');
  await send.click();
  await expect(page.getByText('The money is on its way back.')).toBeVisible();
  await expect(payment).toHaveCount(0);
  const decided = page.getByRole('listitem').filter({ hasText: reference });
  await expect(decided).toContainText('€21.00 sent back');
  await expect(decided).toContainText('Asked for one cent too much.');
  await expect(decided).toContainText(admin.name);

  await until(`${reference} is refunded`, () => bookingState(reference), {
    wanted: ({ status, payments }) => status === 'refunded' && payments[0]?.outcome === 'refunding',
  });
  await until('Stripe has refunded it', () =>
    ask(
      `select r.status from refunds r join payments p on p.id = r.payment_id join bookings b on b.id = p.booking_id
       where b.reference = $1 and r.status = 'succeeded'`,
      [reference],
    ).then((rows) => rows.length === 1),
  );
  await until('the buyer is told', () => mailsTo(`${reference.toLowerCase()}@example.org`), {
    wanted: (mails) => mails.length > 0,
  });
});

test('one that was dealt with otherwise is closed, and whoever is second is told', async ({ page }) => {
  const { reference } = await oneSetAside();
  await enter(page);
  await page.goto('/admin/payments');
  const late = await page.context().newPage();
  await late.goto(at('/admin/payments'));

  const close = async (on: Page) => {
    const payment = waiting(on, reference);
    await payment.getByText('Close it without a refund').click();
    await payment.locator('details[open]').getByLabel('Why').fill('A cent is a cent.');
    await payment.getByRole('button', { name: 'Close it now' }).click();
  };
  await close(page);
  await expect(page.getByText('Closed. No money has moved.')).toBeVisible();
  await close(late);
  await expect(late.getByText('Somebody else has decided about it already.')).toBeVisible();
  await expect(waiting(late, reference)).toHaveCount(0);
  expect((await bookingState(reference)).payments).toMatchObject([
    { status: 'succeeded', outcome: 'settled' },
  ]);
});

test('a job that failed is tried again by a click, and so are all that failed', async ({ page }) => {
  const { userId } = await someoneSignedIn('Quirin Oppong');
  const [one, two, three] = [
    await failJob(ask, userId, { tries: 25, error: 'stripe_unavailable' }),
    await failJob(ask, userId),
    await failJob(ask, userId),
  ];
  await enter(page);
  await page.getByRole('link', { name: /jobs that failed/ }).click();
  const rowOf = (id: string) => page.getByRole('row').filter({ hasText: `job-${id}` });
  await expect(rowOf(one)).toContainText('Stripe could not be reached');
  await expect(rowOf(one)).toContainText('Given up');
  await expect(rowOf(one).getByRole('link', { name: 'Quirin Oppong' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`number ${one}$`) }).click();
  await expect(page.getByText('The job is on its way again.')).toBeVisible();
  await expect(rowOf(one)).toHaveCount(0);
  await expect(rowOf(two)).toBeVisible();
  await page.getByRole('button', { name: /^Try (it|all \d+) again now$/ }).click();
  await expect(page.getByText(/on (its|their) way again/)).toBeVisible();
  await expect(rowOf(two)).toHaveCount(0);
  await until('the worker has done all three', () =>
    ask('select from graphile_worker._private_jobs where id = any($1::bigint[])', [[one, two, three]]).then(
      (rows) => rows.length === 0,
    ),
  );
});

test('what is wrong with a form is told in the language of the account', async ({ browser, watching }) => {
  const { reference } = await oneSetAside();
  const { userId, cookie } = await someoneSignedIn('Anneliese Deutsch', 'admin');
  await ask(`update users set locale = 'de' where id = $1`, [userId]);
  const context = await browser.newContext();
  watching.watch(context);
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: at('/') }]);
  const page = await context.newPage();
  await page.goto(at('/admin/payments'));
  const payment = waiting(page, reference);
  await payment.getByText('Ohne Erstattung abschließen').click();
  await payment.getByRole('button', { name: 'Jetzt abschließen' }).click();
  await expect(payment.getByText('Bitte sagen Sie, warum.')).toBeVisible();
  await context.close();
});

test('all of it works without a script', async ({ browser, watching }) => {
  const { reference } = await oneSetAside();
  const { userId, cookie } = await someoneSignedIn('Norma Scriptless', 'admin');
  const id = await failJob(ask, userId);
  const context = await browser.newContext({ javaScriptEnabled: false });
  watching.watch(context);
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: at('/') }]);
  const page = await context.newPage();

  await page.goto(at('/admin/payments'));
  const payment = waiting(page, reference);
  await payment.getByText('Close it without a refund').click();
  await payment.getByRole('button', { name: 'Close it now' }).click();
  await expect(payment.getByText('Please say why.')).toBeVisible();
  await payment.locator('details[open]').getByLabel('Why').fill('A cent is a cent.');
  await payment.getByRole('button', { name: 'Close it now' }).click();
  await expect(page.getByText('Closed. No money has moved.')).toBeVisible();
  await expect(payment).toHaveCount(0);

  await page.goto(at('/admin/jobs'));
  await page.getByRole('button', { name: new RegExp(`number ${id}$`) }).click();
  await expect(page.getByText('The job is on its way again.')).toBeVisible();
  await context.close();
});

test('the log is narrowed to a booking, a person, a deed and a day, and leads to each', async ({ page }) => {
  const { reference } = await oneSetAside();
  await enter(page);
  await page.goto(`/admin/bookings/${reference}`);
  await page.getByRole('link', { name: 'Log of this' }).click();
  await expect(page.getByText(`Only about: Booking ${reference}`)).toBeVisible();
  const rows = page.locator('main tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Payment set aside');
  await expect(rows).toContainText('another amount than asked for');

  // What is chosen besides narrows it further, and what it is about stays.
  await page.getByLabel('What', { exact: true }).selectOption('booking.confirmed');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nothing fits this.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all of it' }).click();
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('booking.confirmed');
  await page.goto('/admin/audit');
  await page.getByRole('searchbox').fill(reference.toLowerCase());
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByLabel('From').fill('2020-01-01');
  await page.getByLabel('Until').fill('2020-01-02');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nothing fits this.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(rows.nth(1)).toBeVisible();
});
