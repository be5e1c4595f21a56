import { bookingState } from '../stage/database.ts';
import { expect, test } from '../stage/journey.ts';
import { mailTo } from '../stage/mailbox.ts';
import {
  cardForm,
  choose,
  fillIn,
  hold,
  isConfirmed,
  payButton,
  reachPayment,
  someone,
  typeCard,
} from '../stage/purchase.ts';
import { chargesFor, steerStripe } from '../stage/stripe.ts';

// A test that fails half way keeps no other waiting for its mails.
test.afterEach(() => steerStripe('/webhooks/release', { order: 'forward' }));

test('free tickets skip payment', async ({ page }) => {
  const buyer = someone();
  await choose(page, 'free-exhibition', { Entry: 2 });
  const reference = await hold(page);
  await expect(page.locator('iframe')).toHaveCount(0);
  await fillIn(page, buyer, ['A friend']);
  await page.getByRole('button', { name: 'Get 2 tickets' }).click();
  await isConfirmed(page, reference);
  expect(await bookingState(reference)).toMatchObject({ status: 'confirmed', tickets: 2, payments: [] });
  await mailTo(buyer.email);
});

test('the mail is in the language of the page that was paid on', async ({ page }) => {
  const buyer = someone();
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(new RegExp(`/de/checkout/${reference}$`));
  await page.getByLabel('Vor- und Nachname').fill(buyer.name);
  await page.getByLabel('E-Mail', { exact: true }).fill(buyer.email);
  await page.getByLabel(/^Ich akzeptiere/).check();
  await page.getByRole('button', { name: '1 Ticket nehmen' }).click();
  await expect(page).toHaveURL(new RegExp(`/de/bookings/${reference}`));
  expect((await mailTo(buyer.email)).text).toContain('Sie sind dabei');
});

test('a declined card keeps the hold, says what the bank said, and the next try works', async ({
  page,
  watching,
}) => {
  // What the stand-in answers to the browser for a card that is declined.
  watching.expectFailures(402);
  const reference = await reachPayment(page, someone());
  for (const [card, says] of [
    ['declined', 'Your card was declined.'],
    ['poor', 'Your card has insufficient funds.'],
  ] as const) {
    await typeCard(page, card);
    await payButton(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'Your bank said no' });
    await expect(alert).toContainText(says);
    await expect(alert).toContainText('No money has moved.');
    await expect(alert).toContainText(/You have until \d\d:\d\d to try again/);
    await expect(page.getByRole('timer')).toBeVisible();
    expect((await bookingState(reference)).status).toMatch(/^(held|paying)$/);
  }
  await typeCard(page, 'visa');
  await payButton(page).click();
  await isConfirmed(page, reference);
  expect(await chargesFor(reference)).toBe(1);
});

test('3-D Secure: passed, failed and then passed, closed and then passed', async ({ page, watching }) => {
  watching.expectFailures(402);
  const challenge = async (answer: 'Complete' | 'Fail' | 'Close and go back') => {
    await typeCard(page, 'authenticates');
    await payButton(page).click();
    await page.getByRole('button', { name: answer }).click();
  };
  await test.step('passed', async () => {
    const reference = await reachPayment(page, someone());
    await challenge('Complete');
    await isConfirmed(page, reference);
    // The client secret has gone out of the address.
    expect(page.url()).not.toContain('client_secret');
  });
  for (const answer of ['Fail', 'Close and go back'] as const) {
    await test.step(answer, async () => {
      const buyer = someone();
      const reference = await reachPayment(page, buyer);
      await challenge(answer);
      await page.waitForURL(new RegExp(`/checkout/${reference}$`));
      await expect(page.getByRole('timer')).toBeVisible();
      await expect(page.getByText('Your bank could not make sure that it was you')).toBeVisible();
      // What was typed is there again, but for the card and what has to be accepted each time.
      await expect(page.getByLabel('Full name')).toHaveValue(buyer.name);
      await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(buyer.email);
      await page.getByLabel(/^I accept the terms/).check();
      await expect(cardForm(page).getByLabel('Card number')).toBeVisible();
      await challenge('Complete');
      await isConfirmed(page, reference);
      expect(await chargesFor(reference)).toBe(1);
      expect((await bookingState(reference)).tickets).toBe(1);
    });
  }
});

test('paid, but nobody has told us yet: the page says so, and shows the tickets once the webhook comes', async ({
  page,
  watching,
}) => {
  watching.expectFailures('lost');
  const reference = await reachPayment(page, someone());
  await steerStripe('/webhooks/hold', {});
  // The connection breaks right after the card was charged: what the page would report to us never arrives.
  let charged = false;
  page.on('response', (response) => {
    if (/\/payment_intents\/[^/]+\/confirm/.test(response.url())) charged = true;
  });
  await page.route(/\/checkout\//, (route) =>
    charged && route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await typeCard(page, 'visa');
  await payButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Confirming your payment' })).toBeVisible();
  expect(await chargesFor(reference)).toBe(1);
  expect((await bookingState(reference)).status).toBe('paying');
  await steerStripe('/webhooks/release', { order: 'forward' });
  await isConfirmed(page, reference);
});
