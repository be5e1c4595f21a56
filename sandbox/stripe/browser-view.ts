import { invalidRequest, missingParameter } from './errors.ts';
import type { PaymentIntentDoc } from './objects.ts';

/** The fields of an intent that Stripe shows to a publishable key; metadata and charges are not among them. */
const SHOWN = [
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
] as const satisfies readonly (keyof PaymentIntentDoc)[];

export function browserView(intent: PaymentIntentDoc): object {
  return Object.fromEntries(SHOWN.map((field) => [field, intent[field]]));
}

/** A browser proves with the client secret that the intent was made for it. */
export function checkClientSecret(intent: PaymentIntentDoc, given: string | undefined): void {
  if (!given) throw missingParameter('client_secret');
  if (given !== intent.client_secret) {
    throw invalidRequest(
      'The client_secret provided does not match any associated PaymentIntent for this API key. Ensure the client_secret and API key belong to the same account.',
      { code: 'payment_intent_invalid_parameter', param: 'client_secret' },
    );
  }
}
