import type Stripe from 'stripe';

/**
 * What is stored: Stripe's own objects, with references kept as ids (they are expanded when answered). The types come
 * from the SDK, so that an object the SDK would not understand does not compile.
 */
type Replace<T, R> = Omit<T, keyof R> & R;

/** The release whose shapes are spoken; the SDK's own pinned version. */
export const API_VERSION = '2026-10-28.endive';

export type PaymentIntentDoc = Replace<
  Stripe.PaymentIntent,
  {
    latest_charge: string | null;
    payment_method: string | null;
    amount_details: { tip: Record<string, never> };
  }
>;
export type ChargeDoc = Replace<Stripe.Charge, { payment_intent: string | null }>;
export type RefundDoc = Replace<Stripe.Refund, { charge: string; payment_intent: string | null }>;
export type PaymentMethodDoc = Stripe.PaymentMethod;
export type DisputeDoc = Replace<
  Omit<Stripe.Dispute, 'evidence' | 'evidence_details' | 'enhanced_eligibility_types'>,
  { charge: string; payment_intent: string | null }
>;

export interface EventDoc {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: unknown };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface Documents {
  payment_intent: PaymentIntentDoc;
  charge: ChargeDoc;
  refund: RefundDoc;
  payment_method: PaymentMethodDoc;
  dispute: DisputeDoc;
  event: EventDoc;
}
export type Kind = keyof Documents;

/** What the stand-in knows about an object and never says. */
export interface Secrets {
  /** payment_method: what paying with it leads to, a name in `cards.ts`. */
  scenario?: string;
  /** payment_intent: the open 3-D Secure challenge. */
  challenge?: { token: string; paymentMethod: string; returnUrl: string | null };
}
