import { expect, type Page, untilAwake } from './journey.ts';

/** The steps of a purchase, as a person sees them. English pages. */

const NUMBERS = {
  visa: '4242424242424242',
  declined: '4000000000000002',
  poor: '4000000000009995',
  authenticates: '4000002500003155',
} as const;

export type Card = keyof typeof NUMBERS;

/** Opens an event and chooses tickets: how many by the name of their type. */
export async function choose(page: Page, slug: string, tickets: Record<string, number>): Promise<void> {
  await page.goto(`/events/${slug}`);
  await untilAwake(page);
  for (const [name, quantity] of Object.entries(tickets)) {
    for (let count = 0; count < quantity; count += 1) {
      await page.getByRole('button', { name: `One more: ${name}` }).click();
    }
  }
}

/** Presses Hold and answers the reference of the checkout it leads to. */
export async function hold(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Hold \d+ ticket/ }).click();
  return atCheckout(page);
}

/** Waits for a checkout and answers its reference. */
export async function atCheckout(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/checkout\/[0-9A-Z]{10}$/, { timeout: 15_000 });
  await expect(page.getByRole('timer')).toBeVisible();
  await untilAwake(page);
  const reference = new URL(page.url()).pathname.split('/').at(-1);
  if (!reference) throw new Error(`${page.url()} names no booking.`);
  return reference;
}

export type Buyer = { name: string; email: string };

/** A buyer with an address that nobody else has. */
export function someone(name = 'Marta Ferreira'): Buyer {
  return { name, email: `${crypto.randomUUID()}@example.org` };
}

/** Types the buyer, takes the first ticket for them and names the others, and accepts the terms. */
export async function fillIn(page: Page, buyer: Buyer, others: readonly string[] = []): Promise<void> {
  await page.getByLabel('Full name').fill(buyer.name);
  await page.getByLabel('E-mail', { exact: true }).fill(buyer.email);
  await page.getByLabel('Same as above').check();
  for (const [index, name] of others.entries()) {
    await page.getByLabel(`Ticket ${index + 2}:`).fill(name);
  }
  await page.getByLabel(/^I accept the terms/).check();
}

export const cardForm = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');

/** Types a card. */
export async function typeCard(page: Page, card: Card): Promise<void> {
  const form = cardForm(page);
  await form.getByLabel('Card number').fill(NUMBERS[card]);
  await form.getByLabel('Expiration date').fill('12 / 34');
  await form.getByLabel('Security code').fill('123');
}

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay / });

/** Waits until the booking's page says that it is confirmed. It gets there by itself. */
export async function isConfirmed(page: Page, reference: string): Promise<void> {
  await page.waitForURL(new RegExp(`/bookings/${reference}(\\?confirming)?$`));
  await expect(page.getByRole('heading', { level: 1, name: 'You’re in' })).toBeVisible({ timeout: 20_000 });
}

/** From an event's page to a checkout that only lacks a card. */
export async function reachPayment(page: Page, buyer: Buyer, quantity = 1): Promise<string> {
  await choose(page, 'paid-concert', { Standing: quantity });
  const reference = await hold(page);
  await fillIn(
    page,
    buyer,
    Array.from({ length: quantity - 1 }, (_, index) => `Friend ${index + 1}`),
  );
  return reference;
}
