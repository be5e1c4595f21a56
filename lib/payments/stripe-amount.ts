/**
 * Stripe counts two currencies otherwise than ISO does: krónur and shillings have no decimals any more, but are sent
 * as if they had two. https://docs.stripe.com/currencies#special-cases
 */
const SENT_WITH_TWO_DECIMALS = new Set(['ISK', 'UGX']);

/** What Stripe is told, for an amount in our minor units. */
export function toStripeAmount(amount: number, currency: string): number {
  return SENT_WITH_TWO_DECIMALS.has(currency) ? amount * 100 : amount;
}

/** Our minor units, for an amount that Stripe told. */
export function fromStripeAmount(amount: number, currency: string): number {
  return SENT_WITH_TWO_DECIMALS.has(currency) ? amount / 100 : amount;
}
