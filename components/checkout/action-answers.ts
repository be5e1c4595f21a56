import type { Messages } from 'next-intl';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';

/** Why an action did not do what was asked: a code that has its words, and what goes into them. */
export type Refused = { ok: false; code: keyof Messages['errors']; values: Record<string, string | number> };

/**
 * How a hold stands by the server's clock: held for so many milliseconds more, over, or no longer a hold at all, since
 * it was paid or given back.
 */
export type HoldState = { kind: 'held'; millisecondsLeft: number } | { kind: 'over' } | { kind: 'done' };

/** What the checkout can ask of the server. Given as props, so that its components know no verb. */
export type CheckoutActions = {
  start: (input: StartPaymentInput) => Promise<Refused | { ok: true; clientSecret: string | null }>;
  /** Has the server ask Stripe how the payment stands. Answers true when it is certain that nothing was paid. */
  settle: () => Promise<boolean>;
  /** Null when that cannot be learned. */
  holdState: () => Promise<HoldState | null>;
  extend: () => Promise<Refused | { ok: true }>;
  applyPromoCode: (code: string | null) => Promise<Refused | { ok: true }>;
  /** Answers the address to go to. */
  giveBack: () => Promise<Refused | { ok: true; href: string }>;
  /** Holds the same tickets anew and answers the address of the new checkout. */
  holdAgain: () => Promise<Refused | { ok: true; href: string }>;
};
