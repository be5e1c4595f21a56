import { chromium } from 'playwright';
import { env } from '#lib/env.ts';
import { parseTicketKeys, signTicketCode } from '#lib/tickets/ticket-code.ts';
import { chromiumLaunch } from '#sandbox/browser.ts';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { type DoorScene, doorTonight, signedInAs } from '../stage/door.ts';
import { fakeCamera, filmCode } from '../stage/fake-camera.ts';
import { at, until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';

// A phone at the door: by typed code, by name, by camera, and when the network is away.

useVerbs();
test.use({ viewport: { width: 390, height: 844 } });

const result = (page: Page) => page.getByRole('alert').filter({ has: page.locator('svg') });

/** From the address everybody knows to the camera of an event. */
async function goToDoor(page: Page, { slug }: DoorScene, title: string): Promise<void> {
  await page.goto(at('/dashboard'));
  await expect(page).toHaveURL(/\/door$/);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: 'Which door?' })).toBeVisible();
  await page.getByLabel('Another name').fill('Side door');
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page.getByLabel(/type the code/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/door/${slug}$`));
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel(/type the code/).fill(code);
  await page.keyboard.press('Enter');
}

test('typed codes, names and undo', async ({ page, context, watching }) => {
  const scene = await doorTonight('A Night of Codes');
  const [one, other] = scene.tickets;
  if (!one || !other) throw new Error('There are no tickets.');
  await signedInAs(context, scene.member);
  await goToDoor(page, scene, 'A Night of Codes');
  await expect(page.getByText('of 2 in')).toBeVisible();

  await test.step('a good one comes in, and the screen goes by itself', async () => {
    await type(page, `${one.code.slice(0, 5)}-${one.code.slice(5)}`.toLowerCase());
    await expect(result(page)).toContainText('Come in');
    await expect(result(page)).toContainText('Guest 1');
    await expect(result(page)).toBeHidden({ timeout: 3_000 });
    await expect(page.getByText('1', { exact: true })).toBeVisible();
  });

  await test.step('a second time it says when and where, and stays', async () => {
    await type(page, one.code);
    await expect(result(page)).toContainText('Already in');
    await expect(result(page)).toContainText(/In since \d\d:\d\d, Side door, let in by Ana Prata/);
    await page.waitForTimeout(2_000);
    await expect(result(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(result(page)).toBeHidden();
  });

  await test.step('the last one can be taken back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(result(page)).toContainText('Undone');
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText('0', { exact: true })).toBeVisible();
  });

  await test.step('a hand scanner types wherever the focus is', async () => {
    await page.locator('body').click({ position: { x: 5, y: 200 } });
    await page.keyboard.type(other.code);
    await page.keyboard.press('Enter');
    await expect(result(page)).toContainText('Guest 2');
    await expect(result(page)).toBeHidden();
  });

  await test.step('somebody is found by name and let in from the list', async () => {
    await page.getByRole('link', { name: 'Find by name' }).click();
    await page.getByLabel('Name, booking or code').pressSequentially('gues');
    await expect(page.getByText('2 tickets')).toBeVisible();
    await expect(page.getByText(/In since \d\d:\d\d, Side door/)).toBeVisible();
    await page.getByRole('button', { name: 'Let in Guest 1' }).click();
    await expect(result(page)).toContainText('Come in');
    await expect(result(page)).toBeHidden({ timeout: 3_000 });
    await expect(page.getByText(/In since/)).toHaveCount(2);
  });

  await test.step('without a network it says so, and asks again without counting twice', async () => {
    await page.getByRole('link', { name: 'Back to the camera' }).click();
    watching.expectFailures('offline');
    await context.setOffline(true);
    await type(page, 'AAAAAAAAAA');
    await expect(result(page)).toContainText('No network');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(result(page)).toContainText('Not ours');
  });
});

test('the camera reads a code that is held up, once', async ({ watching }, info) => {
  const scene = await doorTonight('A Night of Pictures');
  const [ticket] = scene.tickets;
  if (!ticket) throw new Error('There is no ticket.');
  const film = info.outputPath('camera.y4m');
  const claim = { eventId: ticket.eventId, ticketId: ticket.id, revision: 0 };
  filmCode(film, signTicketCode(claim, parseTicketKeys(env().ticketSigningKeys)));
  const launch = await chromiumLaunch();
  const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), ...fakeCamera(film)] });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    watching.watch(context);
    await signedInAs(context, scene.member);
    const page = await context.newPage();
    await goToDoor(page, scene, 'A Night of Pictures');
    await page
      .getByRole('button', { name: 'Switch the camera on' })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await expect(result(page)).toContainText('Come in', { timeout: 15_000 });
    // It stays in the picture, and is not scanned again.
    await expect(result(page)).toBeHidden({ timeout: 3_000 });
    await page.waitForTimeout(3_000);
    await expect(result(page)).toBeHidden();
    const rows = await until('it is written down', () =>
      ask('select door from check_ins where ticket_id = $1', [ticket.id]),
    );
    expect(rows).toEqual([{ door: 'Side door' }]);
  } finally {
    await browser.close();
  }
});

test('everything but the camera works without a script', async ({ browser }) => {
  const scene = await doorTonight('A Night on Paper');
  const [ticket] = scene.tickets;
  if (!ticket) throw new Error('There is no ticket.');
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  await signedInAs(context, scene.member);
  const page = await context.newPage();
  await goToDoor(page, scene, 'A Night on Paper');
  await type(page, ticket.code);
  await expect(result(page)).toContainText('Come in');
  await result(page).getByRole('button', { name: 'Undo' }).click();
  await expect(result(page)).toContainText('Undone');
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Find by name' }).click();
  await page.getByLabel('Name, booking or code').fill('guest 1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Let in Guest 1' }).click();
  await expect(result(page)).toContainText('Come in');
  await context.close();
});
