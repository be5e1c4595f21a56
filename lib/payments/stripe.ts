import Stripe from 'stripe';
import { env } from '../env.ts';
import { perProcess } from '../per-process.ts';

function connect(): Stripe {
  const { secretKey, apiBase } = env().payments;
  const options = { maxNetworkRetries: 1, timeout: 8_000, telemetry: false };
  if (apiBase === null) return new Stripe(secretKey, options);
  const address = new URL(apiBase);
  return new Stripe(secretKey, {
    ...options,
    host: address.hostname,
    port: address.port,
    protocol: address.protocol === 'https:' ? 'https' : 'http',
  });
}

/** Stripe's client of this process. In the sandbox it points at the stand-in; nothing else differs. */
export function stripe(): Stripe {
  return perProcess('stripe', connect);
}

/** True when Stripe could not be reached or could not answer now, so that nothing is known about the outcome. */
export function isStripeUnavailable(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
}

/** True for whatever Stripe answered, or could not. */
export function isStripeError(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError;
}

/** True when the object is in a state that does not allow what was asked, such as cancelling a paid intent. */
export function isUnexpectedState(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    error.code === 'payment_intent_unexpected_state'
  );
}

/** True when Stripe knows no such object. */
export function isUnknownObject(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
}
