import type { Page } from 'playwright/test';
import { demoPassword } from '#sandbox/seed/people.ts';
import { until } from './house.ts';
import { mailsTo } from './mailbox.ts';

/** The link in a mail, by the page that it leads to. */
export function linkIn(text: string, page: string): string {
  const link = new RegExp(`https?://[^\\s]*${page}\\?key=[\\w-]+`).exec(text)?.[0];
  if (!link) throw new Error(`There is no link to ${page} in: ${text}`);
  return link;
}

/** Makes an account as a person does: form, mail, confirmation. Ends where the confirmation leads. */
export async function signUp(
  page: Page,
  { name, email }: { name: string; email: string },
  password = demoPassword,
): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('I accept the terms').check();
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByText('Open that mail to go on').waitFor();
  await page.goto(linkIn(await confirmationTo(email), '/confirm'));
  await page.getByRole('button', { name: 'Yes, make my account' }).click();
  await page.getByRole('button', { name: 'Log out' }).first().waitFor();
}

/** The letter that asks to confirm an address, which may have got other mail before. */
async function confirmationTo(address: string): Promise<string> {
  const mail = await until(`${address} is asked to confirm`, async () =>
    (await mailsTo(address)).find(({ text }) => text.includes('/confirm?')),
  );
  return mail?.text ?? '';
}
