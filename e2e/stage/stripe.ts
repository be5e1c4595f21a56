import Stripe from 'stripe';
import { house, setting } from './house.ts';

type StripeEvent = { id: string; type: string; data: { object: { id: string } } };
type StripeState = {
  paymentIntents: { id: string; status: string; metadata: Record<string, string> }[];
  charges: { id: string; payment_intent: string; status: string }[];
  refunds: { id: string; payment_intent: string; status: string }[];
  events: StripeEvent[];
  deliveries: { eventId: string; state: string; statuses: number[] }[];
};

/** Steers the Stripe stand-in; see sandbox/stripe/README.md. */
export async function steerStripe(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${house().controls.SANDBOX_STRIPE_CONTROL_URL}${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Everything that "Stripe" knows. */
export async function stripeState(): Promise<StripeState> {
  return (await steerStripe('/state')) as StripeState;
}

/** The charges for one booking that went through. One is right, two would be a buyer charged twice. */
export async function chargesFor(reference: string): Promise<number> {
  const { paymentIntents, charges } = await stripeState();
  const intents = paymentIntents.filter((intent) => intent.metadata.reference === reference);
  return charges.filter(
    (charge) =>
      charge.status === 'succeeded' && intents.some((intent) => intent.id === charge.payment_intent),
  ).length;
}

/** Stripe's events about one intent, in the order they came about. */
export async function eventsAbout(intentId: string): Promise<StripeEvent[]> {
  return (await stripeState()).events.filter((event) => event.data.object.id === intentId);
}

/** The real SDK, pointed at the stand-in. */
export function stripeSdk(): Stripe {
  const { hostname, port } = new URL(setting('STRIPE_API_BASE'));
  return new Stripe(setting('STRIPE_SECRET_KEY'), { host: hostname, port, protocol: 'http' });
}

/** Pays an intent as Stripe.js would for somebody who typed the Visa test card. */
export async function payIntent(intentId: string, method = 'pm_card_visa'): Promise<void> {
  await stripeSdk().paymentIntents.confirm(intentId, {
    payment_method: method,
    return_url: 'http://localhost/return',
  });
}
