import { ask, bookingState } from '../stage/database.ts';
import { house } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { mailTo } from '../stage/mailbox.ts';
import { choose, fillIn, hold, isConfirmed, payButton, someone, typeCard } from '../stage/purchase.ts';
import { readQr, verifyWithPublishedKeys } from '../stage/qr.ts';
import { chargesFor } from '../stage/stripe.ts';

test('a guest buys tickets of two types with a promo code and gets them by mail', async ({ page }) => {
  const buyer = someone('Zoë Πάππου');
  await choose(page, 'paid-concert', { Standing: 1, 'Balcony seat': 1 });
  // 24.00 + 32.00, as shown first.
  await expect(page.getByRole('status').filter({ hasText: '€56.00' })).toBeVisible();
  await fitsTheScreen(page);
  const reference = await hold(page);
  await fitsTheScreen(page);

  await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:5\d)$/);
  await page.getByText('Add a promo code').click();
  await page.getByLabel('Promo code').fill('quarter');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('QUARTER is applied')).toBeVisible();
  // A quarter off the standing ticket's own price (22.60), nothing off its fee (1.40) or the other ticket.
  await expect(payButton(page)).toHaveText('Pay €50.35');

  await fillIn(page, buyer, ['Wim van der Berg']);
  await expect(page.getByLabel('Ticket 1: Standing')).toHaveValue(buyer.name);
  await typeCard(page, 'visa');
  await payButton(page).click();
  await isConfirmed(page, reference);
  await fitsTheScreen(page);

  await test.step('the booking is what was paid for', async () => {
    expect(await bookingState(reference)).toMatchObject({ status: 'confirmed', total: 5035, tickets: 2 });
    expect(await chargesFor(reference)).toBe(1);
    await expect(page.getByText('TEST, no money taken')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(page.getByRole('article').first()).toContainText(buyer.name);
    await expect(page.getByRole('article').last()).toContainText('Wim van der Berg');
  });

  const tickets = await ask<{ id: string; code: string; event_id: string }>(
    'select t.id, t.code, t.event_id from tickets t join bookings b on b.id = t.booking_id where b.reference = $1',
    [reference],
  );

  await test.step('the codes on the page verify against the published keys', async () => {
    expect(await verifiedTickets(await codesOnPage(page))).toEqual(tickets.map(({ id }) => id).sort());
  });

  await test.step('one mail has all of it', async () => {
    const mail = await mailTo(buyer.email);
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain('Salt');
      expect(body).toContain('Wim van der Berg');
      expect(body).toContain(buyer.name);
      expect(body).toContain('50.35');
      expect(body).toContain('TEST');
      for (const { code } of tickets) expect(body).toContain(`${code.slice(0, 5)}-${code.slice(5)}`);
    }
    expect(mail.html).not.toMatch(/<script/i);
    expect(mail.text).not.toMatch(/<[a-z]+[ >]/i);
    const pictures = mail.attachments.filter(({ contentType }) => contentType === 'image/png');
    for (const { contentId } of pictures) expect(mail.html).toContain(`cid:${contentId}`);
    const codes = pictures.map(({ content }) => readQr(Buffer.from(content, 'base64')));
    expect(await verifiedTickets(codes)).toEqual(tickets.map(({ id }) => id).sort());

    const calendar = mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
    const ics = Buffer.from(calendar?.content ?? '', 'base64').toString();
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(ics).toContain('SUMMARY:Salt & Static');
    expect(ics).toMatch(/\r\nUID:[^\r]+\r\n/);

    await test.step('its link opens the booking elsewhere, under a clean address', async () => {
      const link = /http:\/\/localhost:\d+\/\S*\/open\?key=[\w-]+/.exec(mail.text)?.[0];
      const context = await page.context().browser()?.newContext();
      const elsewhere = await context?.newPage();
      if (!link || !elsewhere) throw new Error('The mail has no link to the booking.');
      // As somebody would copy it by hand.
      const written = `${reference.slice(0, 5)}-${reference.slice(5)}`.toLowerCase();
      await elsewhere.goto(link.replace(reference, written));
      await expect(elsewhere).toHaveURL(new RegExp(`/bookings/${reference}$`));
      await expect(elsewhere.getByRole('article')).toHaveCount(2);
      await context?.close();
    });
  });
});

/** Nothing sticks out at the side, on whatever screen the project has. */
async function fitsTheScreen(page: Page): Promise<void> {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(screen ?? 0);
}

/** What a scanner reads off the page's tickets. */
async function codesOnPage(page: Page): Promise<string[]> {
  const codes: string[] = [];
  for (const picture of await page.getByRole('img', { name: /^QR code of ticket/ }).all()) {
    codes.push(readQr(await picture.screenshot()));
  }
  return codes;
}

/** The tickets that codes stand for, each verified. */
async function verifiedTickets(codes: readonly string[]): Promise<string[]> {
  const tickets = await Promise.all(
    codes.map(async (code) => {
      const verified = await verifyWithPublishedKeys(code);
      if (!verified.ok) throw new Error(`${code} does not verify: ${verified.reason}`);
      return verified.ticketId;
    }),
  );
  return tickets.sort();
}

test('keys that are pressed before the page’s scripts have come count', async ({ browser, watching }) => {
  const context = await browser.newContext({ baseURL: house().appUrl });
  watching.watch(context);
  const page = await context.newPage();
  let release = () => {};
  const come = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await come;
    await route.continue();
  });
  await page.goto('/events/free-exhibition');
  const more = page.getByRole('button', { name: 'One more: Entry' });
  const number = page.getByRole('spinbutton', { name: /Entry/ });
  for (const count of [1, 2, 3]) {
    await more.click();
    await expect(number).toHaveValue(String(count));
  }
  await page.getByRole('button', { name: 'One less: Entry' }).click();
  await expect(number).toHaveValue('2');
  await expect(page.getByRole('button', { name: 'Hold 2 tickets' })).toHaveCount(0);

  release();
  await expect(page.getByRole('button', { name: 'Hold 2 tickets' })).toBeVisible();
  await more.click();
  await expect(number).toHaveValue('3');
  await hold(page);
  // On a phone the list is folded.
  await expect(page.getByText('3 × Entry').first()).toBeAttached();
  await context.close();
});
