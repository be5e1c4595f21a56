import type { PaymentsMode } from '../payments-mode.ts';

/** Where Stripe's own dashboard shows a payment; null for the sandbox, which has none. */
export function stripeDashboard(mode: PaymentsMode, intentId: string | null): string | null {
  if (mode === 'sandbox' || intentId === null) return null;
  return `https://dashboard.stripe.com/${mode === 'test' ? 'test/' : ''}payments/${encodeURIComponent(intentId)}`;
}
