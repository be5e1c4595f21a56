import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { until } from '../stage/house.ts';
import { expect, test } from '../stage/journey.ts';
import { mailsTo, mailTo } from '../stage/mailbox.ts';
import { choose, fillIn, hold, isConfirmed, someone } from '../stage/purchase.ts';
import { linkIn, signUp } from '../stage/sign-up.ts';

useVerbs();

test('name a ticket, hand it on, and see the old code die; then have the mail again and old links void', async ({
  page,
  browser,
  watching,
}) => {
  const [marta, olena] = [someone('Marta Ferreira'), someone('Олена Шевчук')];
  await choose(page, 'free-exhibition', { Entry: 2 });
  const reference = await hold(page);
  await fillIn(page, marta, ['Nobody yet']);
  await page.getByRole('button', { name: /^Get 2 tickets/ }).click();
  await isConfirmed(page, reference);
  const tickets = await ask<{ code: string; name: string }>(
    `select t.code, t.attendee_name as name from tickets t join bookings b on b.id = t.booking_id
     where b.reference = $1 order by t.position`,
    [reference],
  );
  const second = page.getByRole('article', { name: 'Ticket 2 of 2' });
  const tools = page.locator('div', { has: second }).last();

  await tools.getByText('Change the name').click();
  await tools.getByLabel('Name on the ticket').fill(' ');
  await tools.getByRole('button', { name: 'Save the name' }).click();
  await expect(tools.getByLabel('Name on the ticket')).toBeFocused();
  await tools.getByLabel('Name on the ticket').fill('Ana-María Ñuñez');
  await tools.getByRole('button', { name: 'Save the name' }).click();
  await expect(tools.getByRole('status')).toContainText('The new name is on the ticket');
  await expect(second).toContainText('Ana-María Ñuñez');

  await tools.getByText('Hand this ticket on').click();
  await tools.getByLabel('Their name').fill(olena.name);
  await tools.getByLabel('Their e-mail').fill(olena.email);
  await tools.getByRole('button', { name: 'Send the offer' }).click();
  await expect(tools.getByRole('status').filter({ hasText: olena.email })).toBeVisible();
  await expect(tools.getByText(`Offered to ${olena.name}.`)).toBeVisible();
  const link = linkIn((await mailTo(olena.email)).text, '/transfer');

  // On her own device, without an account.
  const other = await browser.newContext();
  watching.watch(other);
  const hers = await other.newPage();
  await hers.goto(link);
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Marta Ferreira has a ticket for you');
  await expect(hers.getByLabel('Your name')).toHaveValue(olena.name);
  await expect(hers.getByText('Your code appears when you accept')).toBeVisible();
  await hers.getByRole('button', { name: 'Accept the ticket' }).click();
  await expect(hers).toHaveURL(/\/tickets\/[0-9A-Z]{10}$/);
  await expect(hers.getByRole('heading', { level: 1, name: 'You’re in' })).toBeVisible();
  const code = new URL(hers.url()).pathname.split('/').at(-1) ?? '';
  expect(tickets.map((ticket) => ticket.code)).not.toContain(code);
  await expect(hers.getByRole('img', { name: /QR code/ })).toBeVisible();
  const pdf = await hers.request.get(`${hers.url()}/pdf`);
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await hers.goto(link);
  await expect(hers.getByRole('heading', { name: 'This ticket has been taken' })).toBeVisible();
  // The mail she got leads there from any device.
  const [claimed] = await until('her ticket is mailed', () => mailsTo(olena.email), {
    wanted: (mails) => mails.length === 2,
  });
  await other.clearCookies();
  await hers.goto(linkIn(claimed?.text ?? '', '/open'));
  await expect(hers).toHaveURL(new RegExp(`/tickets/${code}$`));

  // Neither has an account, and both find it again on their own device.
  await hers.goto('/bookings');
  await expect(hers.getByRole('link', { name: 'Show my ticket' })).toHaveAttribute(
    'href',
    `/tickets/${code}`,
  );
  await page.goto('/bookings');
  await page.getByRole('link', { name: 'Show my ticket' }).click();
  await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`));

  // The one who gave it sees where it went, and nothing to get in with.
  await page.reload();
  await expect(page.getByRole('article', { name: 'Ticket 2 of 2, handed on' })).toContainText(olena.name);
  await expect(page.getByRole('img', { name: /QR code/ })).toHaveCount(1);
  const gone = await page.request.get(`/bookings/${reference}/tickets/${tickets[1]?.code}`);
  expect(gone.status()).toBe(404);

  const opened = page.url();
  const mail = (await mailsTo(marta.email)).find(({ text }) => text.includes('/open?key='));
  await page.locator('summary', { hasText: 'Make old links void' }).click();
  await page.getByRole('button', { name: 'Make old links void' }).click();
  await expect(page.getByText('All older links are void')).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(opened);
  await expect(page.getByRole('img', { name: /QR code/ })).toHaveCount(1);
  watching.expectFailures(404);
  const old = linkIn(mail?.text ?? '', '/open');
  await hers.goto(old);
  await expect(hers.getByRole('heading', { name: 'This is not open here' })).toBeVisible();
});

test('whoever comes along opens their own ticket from their own mail, and can change nothing', async ({
  page,
  browser,
  watching,
}) => {
  const [marta, hanako] = [someone('Marta Ferreira'), someone('佐藤花子')];
  await choose(page, 'free-exhibition', { Entry: 2 });
  const reference = await hold(page);
  await fillIn(page, marta, [hanako.name]);
  await page.getByLabel('Their e-mail, for a ticket of their own').fill(hanako.email);
  await page.getByRole('button', { name: /^Get 2 tickets/ }).click();
  await isConfirmed(page, reference);

  const other = await browser.newContext();
  watching.watch(other);
  const hers = await other.newPage();
  await hers.goto(linkIn((await mailTo(hanako.email)).text, '/open'));
  await expect(hers).toHaveURL(/\/tickets\/[0-9A-Z]{10}$/);
  await expect(hers.getByText('Marta Ferreira has booked this ticket for you.')).toBeVisible();
  await expect(hers.getByRole('article', { name: 'Ticket 1 of 1' })).toContainText(hanako.name);
  await expect(hers.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expect(hers.getByText('Change the name', { exact: true })).toHaveCount(0);
  await expect(hers.getByText('Hand this ticket on', { exact: true })).toHaveCount(0);
  const pdf = await hers.request.get(`${hers.url()}/pdf`);
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await hers.goto('/bookings');
  await expect(hers.getByRole('link', { name: 'Show my ticket' })).toBeVisible();
  watching.expectFailures(404);
  await hers.goto(`/bookings/${reference}`);
  await expect(hers.getByRole('heading', { name: 'This is not open here' })).toBeVisible();
});

test('what was handed on to an address is in the account that comes later', async ({
  page,
  browser,
  watching,
}) => {
  const [marta, ada] = [someone('Marta Ferreira'), someone('Ada Nwosu')];
  await choose(page, 'free-exhibition', { Entry: 1 });
  const reference = await hold(page);
  await fillIn(page, marta);
  await page.getByRole('button', { name: /^Get 1 ticket/ }).click();
  await isConfirmed(page, reference);
  await page.getByText('Hand this ticket on').click();
  await page.getByLabel('Their name').fill(ada.name);
  await page.getByLabel('Their e-mail').fill(ada.email);
  await page.getByRole('button', { name: 'Send the offer' }).click();
  const link = linkIn((await mailTo(ada.email)).text, '/transfer');

  const other = await browser.newContext();
  watching.watch(other);
  const hers = await other.newPage();
  await hers.goto(link);
  await hers.getByRole('button', { name: 'Accept the ticket' }).click();
  await expect(hers).toHaveURL(/\/tickets\//);
  await other.clearCookies();
  await signUp(hers, ada);
  await hers.goto('/bookings');
  await hers.getByRole('link', { name: 'Show my ticket' }).click();
  await expect(hers).toHaveURL(/\/tickets\/[0-9A-Z]{10}$/);
  await hers.goto('/bookings?q=paper+weather');
  await hers.goto('/bookings?q=zeppelin');
  await expect(hers.getByText('No booking with “zeppelin”')).toBeVisible();
  await hers.getByRole('link', { name: 'Show all bookings' }).click();
  await expect(hers.getByRole('link', { name: 'Show my ticket' })).toBeVisible();
});

test('the organizer says until when names can be changed, and that tickets stay with their buyers', async ({
  page,
  browser,
  watching,
}) => {
  const { slug, eventId } = await eventOnSale({ ticketTypes: [{ name: 'Seat', price: 0, quantity: 10 }] });
  const [owner, marta] = [someone('Inês Quental'), someone('Marta Ferreira')];
  await signUp(page, owner);
  const [organizer] = await ask<{ slug: string }>(
    `with joined as (
       insert into members (organizer_id, user_id, role)
       select e.organizer_id, u.id, 'manager' from events e, users u where e.id = $1 and u.email = $2)
     select o.slug from organizers o join events e on e.organizer_id = o.id where e.id = $1`,
    [eventId, owner.email],
  );

  const other = await browser.newContext();
  watching.watch(other);
  const hers = await other.newPage();
  await choose(hers, slug, { Seat: 1 });
  const reference = await hold(hers);
  await fillIn(hers, marta);
  await hers.getByRole('button', { name: /^Get 1 ticket/ }).click();
  await isConfirmed(hers, reference);
  await expect(hers.getByText('Change the name')).toBeVisible();
  await expect(hers.getByText('Hand this ticket on')).toBeVisible();

  await page.goto(`/dashboard/${organizer?.slug}/events`);
  await page.getByRole('link', { name: 'One of Many Nights' }).click();
  const until = page.getByLabel('Names can be changed until');
  await until.fill('2045-01-01T10:00');
  await page.getByLabel('Holders may hand their tickets on').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The event is over by then.')).toBeVisible();
  await expect(until).toHaveValue('2045-01-01T10:00');
  await expect(page.getByLabel('Holders may hand their tickets on')).not.toBeChecked();
  await until.fill('2026-01-01T10:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It counts from now on.')).toBeVisible();
  await page.reload();
  await expect(until).toHaveValue('2026-01-01T10:00');

  await hers.reload();
  await expect(hers.getByRole('article', { name: 'Ticket 1 of 1' })).toBeVisible();
  await expect(hers.getByText('Change the name')).toHaveCount(0);
  await expect(hers.getByText('Hand this ticket on')).toHaveCount(0);
  await page.goto(`/dashboard/${organizer?.slug}/log`);
  await expect(page.getByRole('cell', { name: 'Rules for tickets changed' })).toBeVisible();
  await other.close();
});
