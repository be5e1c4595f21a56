import { attemptPayment, failAuthentication } from './attempt-payment.ts';
import type { PaymentIntentDoc } from './objects.ts';
import { NO_REQUEST, type World } from './world.ts';

export type ChallengeOutcome = 'complete' | 'fail' | 'abandon';

interface ChallengeResult {
  intent: PaymentIntentDoc;
  /** Where the buyer goes next, with Stripe's three parameters; null when the shop named no address. */
  redirectUrl: string | null;
}

function redirectTo(returnUrl: string | null, intent: PaymentIntentDoc): string | null {
  if (returnUrl === null) return null;
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  const status =
    intent.status === 'succeeded' ? 'succeeded' : intent.status === 'processing' ? 'pending' : 'failed';
  url.searchParams.set('redirect_status', status);
  return url.href;
}

/** The intent whose challenge is open under this token. */
export function openChallenge(
  world: World,
  intentId: string,
  token?: string,
): { intent: PaymentIntentDoc; returnUrl: string | null; paymentMethod: string } | undefined {
  const intent = world.store.find('payment_intent', intentId);
  const challenge = world.store.secrets(intentId).challenge;
  if (!intent || !challenge || intent.status !== 'requires_action') return undefined;
  if (token !== undefined && token !== challenge.token) return undefined;
  return { intent, returnUrl: challenge.returnUrl, paymentMethod: challenge.paymentMethod };
}

/**
 * Ends a challenge. `abandon` changes nothing: the buyer closed the page, the intent still waits for them, and they are
 * sent back with `redirect_status=failed`.
 * @returns undefined when no challenge is open
 */
export function answerChallenge(
  world: World,
  intentId: string,
  outcome: ChallengeOutcome,
  token?: string,
): ChallengeResult | undefined {
  return world.store.transaction(() => {
    const open = openChallenge(world, intentId, token);
    const method = open ? world.store.find('payment_method', open.paymentMethod) : undefined;
    if (!open || !method) return undefined;
    if (outcome === 'abandon')
      return { intent: open.intent, redirectUrl: redirectTo(open.returnUrl, open.intent) };
    const intent =
      outcome === 'fail'
        ? failAuthentication(world, open.intent, method)
        : attemptPayment(world, NO_REQUEST, open.intent, method, true);
    world.store.saveSecrets(intentId, {});
    return { intent, redirectUrl: redirectTo(open.returnUrl, intent) };
  });
}
