import type { BookingAccess } from '#lib/booking/booking-access.ts';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { at, house } from './house.ts';
import { payIntent } from './stripe.ts';

/** The picker's form as a browser without script would send it. */
export type PickerForm = { slug: string; hidden: [string, string][]; quantities: string[] };

export type HoldAttempt =
  | { kind: 'held'; status: number; reference: string; key: string; ticketTypeId: string; quantity: number }
  /** `words` is the page's text, which says why. */
  | { kind: 'refused'; status: number; words: string };

/** Opens an event's page and reads its picker. */
export async function openPicker(slug: string): Promise<PickerForm> {
  const page = await (await fetch(at(`/events/${slug}`))).text();
  const form = page
    .split(/<form\b/)
    .find((one) => one.includes('name="eventId"'))
    ?.split('</form>', 1)[0];
  if (form === undefined) throw new Error(`There is no picker on the page of ${slug}.`);
  const inputs = Array.from(form.matchAll(/<input\b[^>]*>/g), ([input]) => ({
    name: attribute(input, 'name'),
    value: attribute(input, 'value'),
    hidden: attribute(input, 'type') === 'hidden',
  }));
  return {
    slug,
    hidden: inputs.filter((input) => input.hidden).map(({ name, value }) => [name, value]),
    quantities: inputs.map(({ name }) => name).filter((name) => name.startsWith('quantity:')),
  };
}

/**
 * Sends the form: so many tickets of one type, by its place on the page.
 *
 * @param through another server of the same house, and headers a proxy in front of it would send
 */
export async function sendPicker(
  form: PickerForm,
  quantity: number,
  typeIndex = 0,
  through: { origin: string; headers?: Record<string, string> } = { origin: house().appUrl },
): Promise<HoldAttempt> {
  const field = form.quantities[typeIndex];
  if (field === undefined) throw new Error(`${form.slug} has no ticket type ${typeIndex}.`);
  const body = new FormData();
  for (const [name, value] of form.hidden) body.append(name, value);
  for (const name of form.quantities) body.append(name, name === field ? String(quantity) : '0');
  const response = await fetch(new URL(`/events/${form.slug}`, through.origin), {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { ...through.headers, origin: through.origin },
  });
  const { status } = response;
  const reference = /\/checkout\/([0-9A-Z]{10})$/.exec(response.headers.get('location') ?? '')?.[1];
  if (reference === undefined) return { kind: 'refused', status, words: plainText(await response.text()) };
  await response.arrayBuffer();
  const cookie = new RegExp(`foyer_booking_${reference}=([^;]+)`).exec(
    response.headers.getSetCookie().join('\n'),
  );
  if (!cookie?.[1]) throw new Error(`The hold of ${reference} came without its cookie.`);
  const ticketTypeId = field.slice('quantity:'.length);
  return { kind: 'held', status, reference, key: cookie[1], ticketTypeId, quantity };
}

export type Held = Extract<HoldAttempt, { kind: 'held' }>;

/** Holds tickets through the web. @throws when nothing could be held */
export async function holdThroughWeb(slug: string, quantity: number): Promise<Held> {
  const attempt = await sendPicker(await openPicker(slug), quantity);
  if (attempt.kind !== 'held') throw new Error(`Nothing was held: ${attempt.status} ${attempt.words}`);
  return attempt;
}

/** The buyer's address that `beginPayment` gives. */
export const addressOf = (held: Held) => `buyer-${held.reference.toLowerCase()}@example.org`;

/** Submits the checkout as its action does, and answers the intent that the browser would confirm. */
export async function beginPayment(held: Held): Promise<string> {
  const access: BookingAccess = { actor: { kind: 'guest' }, key: held.key };
  const input: StartPaymentInput = {
    buyerName: 'Marta Ferreira',
    buyerEmail: addressOf(held),
    attendees: Array.from({ length: held.quantity }, (_, index) => ({
      ticketTypeId: held.ticketTypeId,
      name: `Guest ${index + 1}`,
      email: '' as const,
    })),
    acceptTerms: true,
    marketingConsent: false,
  };
  const started = await startPayment(held.reference, input, access);
  if (started.kind !== 'pay') throw new Error(`There is nothing to pay for ${held.reference}.`);
  return started.clientSecret.split('_secret_')[0] ?? '';
}

/** Submits the checkout and pays with the Visa test card. Answers the intent. */
export async function payFor(held: Held): Promise<string> {
  const intent = await beginPayment(held);
  await payIntent(intent);
  return intent;
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function plainText(html: string): string {
  const body = html.slice(html.indexOf('<main')).split('</main>', 1)[0] ?? '';
  return body
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
