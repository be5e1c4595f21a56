import { demoPassword } from '#sandbox/seed/people.ts';
import { until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { mailsTo, mailTo } from '../stage/mailbox.ts';
import { someone } from '../stage/purchase.ts';
import { linkIn, signUp } from '../stage/sign-up.ts';

/** Opens the tools of a member and gives them another role. */
async function changeRole(page: Page, name: string, role: string): Promise<void> {
  await page.getByLabel(`Change ${name}`).click();
  await page.getByLabel(`Role of ${name}`).selectOption({ label: role });
  await page.getByRole('button', { name: 'Save the role' }).click();
  await expect(page.getByRole('status')).toContainText('The role is changed');
}

test('found an organizer, bring somebody in, change what they may, put them out, and stay the last owner', async ({
  page,
  browser,
  watching,
}) => {
  const [olga, ben] = [someone('Olga Founder'), someone('Ben Helper')];
  await signUp(page, olga);
  await page.goto('/');
  await page.getByRole('link', { name: 'Put on an event' }).click();
  await page.getByLabel('Name').fill('Tide & Timber');
  await page.getByLabel('Country').selectOption('PT');
  await page.getByRole('button', { name: 'Create Tide & Timber' }).click();
  await expect(page).toHaveURL(/\/dashboard\/tide-and-timber\/events$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeFocused();
  await expect(page.getByText('Nothing on sale yet')).toBeVisible();

  // Another language at once, on the same page, and on those that come.
  await page.goto('/dashboard/tide-and-timber/log?who=team');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveURL(/\/dashboard\/tide-and-timber\/log\?who=team$/);
  await page.goto('/dashboard/tide-and-timber/team');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.getByRole('link', { name: 'Team', exact: true }).click();
  await page.getByLabel('E-mail').fill(ben.email);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Manager' });
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('status')).toContainText('on its way');
  await expect(page.getByText(ben.email)).toBeVisible();
  const link = linkIn((await mailTo(ben.email)).text, '/invitation');

  // She opens it herself: it is for somebody else, and the page says so.
  await page.goto(link);
  await expect(page.getByText('This is for somebody else')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join Tide & Timber' })).toHaveCount(0);

  const other = await browser.newContext();
  watching.watch(other);
  const his = await other.newPage();
  await his.goto(link);
  await his.getByRole('link', { name: 'Make an account' }).click();
  await expect(his.getByLabel('E-mail')).toHaveValue(ben.email);
  await his.getByLabel('Your name').fill(ben.name);
  await his.getByLabel('Password').fill(demoPassword);
  await his.getByLabel('I accept the terms').check();
  await his.getByRole('button', { name: 'Make an account' }).click();
  await his.getByText('Open that mail to go on').waitFor();
  const [confirmation] = await until('the confirmation is there', () => mailsTo(ben.email), {
    wanted: ([newest]) => newest?.text.includes('/confirm?') === true,
  });
  await his.goto(linkIn(confirmation?.text ?? '', '/confirm'));
  await his.getByRole('button', { name: 'Yes, make my account' }).click();
  // The confirmation leads back to what he came for.
  await his.getByRole('button', { name: 'Join Tide & Timber' }).click();
  await expect(his).toHaveURL(/\/dashboard\/tide-and-timber\/team/);
  await expect(his.getByRole('link', { name: 'Log', exact: true })).toBeVisible();
  await his.goto(link);
  await expect(his.getByText('You have joined Tide & Timber')).toBeVisible();

  // A new role acts at his next request, with the cookie he has; being out as well.
  await page.goto('/dashboard/tide-and-timber/team');
  await changeRole(page, ben.name, 'Door');
  watching.expectFailures(404);
  await his.goto('/dashboard/tide-and-timber/log');
  await expect(his.getByText('Not with your role')).toBeVisible();
  await page.getByLabel(`Change ${ben.name}`).click();
  await page.getByRole('button', { name: `Take ${ben.name} out` }).click();
  await expect(page.getByRole('status')).toContainText('out of the team');
  const gone = await his.goto('/dashboard/tide-and-timber/events');
  expect(gone?.status()).toBe(404);
  await other.close();

  await page.getByText('Leave…').click();
  await page.getByRole('button', { name: 'Leave Tide & Timber' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at least one owner' })).toBeVisible();

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  for (const deed of ['Organizer founded', 'Invitation sent', 'Invitation accepted', 'Member removed']) {
    await expect(page.getByRole('cell', { name: deed })).toBeVisible();
  }
  const changed = page.getByRole('row', { name: /Role changed/ });
  await expect(changed).toContainText('Olga Founder');
  await expect(changed).toContainText(/manager.*door/);
  await expect(changed).toContainText('Ben Helper');
  await page.getByLabel('What').selectOption({ label: 'Member removed' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/action=member\.removed/);
  await expect(page.getByRole('row')).toHaveCount(2);
});
