import { type Decline, scenarioOf } from './cards.ts';
import { createCharge } from './charges.ts';
import { docUrl } from './errors.ts';
import { emit } from './events.ts';
import { randomText } from './ids.ts';
import type { PaymentIntentDoc, PaymentMethodDoc } from './objects.ts';
import { schedule } from './schedule.ts';
import { type Cause, NO_REQUEST, type World } from './world.ts';

/** How soon a disputed charge is disputed, and a debit looked at again, in seconds of the sandbox's clock. */
const DISPUTE_AFTER_S = 1;

function saved(world: World, intent: PaymentIntentDoc): PaymentIntentDoc {
  world.store.save('payment_intent', intent);
  return intent;
}

function succeed(world: World, cause: Cause, intent: PaymentIntentDoc, chargeId: string): PaymentIntentDoc {
  const done = saved(world, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: chargeId,
    next_action: null,
    status: 'succeeded',
  });
  emit(world, cause, 'charge.succeeded', world.store.find('charge', chargeId));
  emit(world, cause, 'payment_intent.succeeded', done);
  return done;
}

function fail(
  world: World,
  cause: Cause,
  intent: PaymentIntentDoc,
  method: PaymentMethodDoc,
  decline: Decline,
  chargeId: string,
): PaymentIntentDoc {
  const failed = saved(world, {
    ...intent,
    last_payment_error: {
      charge: chargeId,
      code: decline.code,
      ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
      doc_url: docUrl(decline.code),
      message: decline.message,
      ...(decline.param ? { param: decline.param } : {}),
      payment_method: method,
      type: 'card_error',
    },
    latest_charge: chargeId,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(world, cause, 'charge.failed', world.store.find('charge', chargeId));
  emit(world, cause, 'payment_intent.payment_failed', failed);
  return failed;
}

/** Pays: what the card's scenario says, without a further question for 3-D Secure. */
export function attemptPayment(
  world: World,
  cause: Cause,
  intent: PaymentIntentDoc,
  method: PaymentMethodDoc,
  authenticated: boolean,
): PaymentIntentDoc {
  const scenario = scenarioOf(world.store.secrets(method.id).scenario);
  if (scenario.settlesAfterSeconds !== undefined) {
    const charge = createCharge(world, intent, method, { status: 'pending', authenticated });
    const processing = saved(world, {
      ...intent,
      last_payment_error: null,
      latest_charge: charge.id,
      next_action: null,
      status: 'processing',
    });
    emit(world, cause, 'charge.pending', charge);
    emit(world, cause, 'payment_intent.processing', processing);
    schedule(world, 'settle_debit', intent.id, scenario.settlesAfterSeconds);
    return processing;
  }
  if (scenario.decline) {
    const charge = createCharge(world, intent, method, {
      status: 'failed',
      decline: scenario.decline,
      authenticated,
    });
    return fail(world, cause, intent, method, scenario.decline, charge.id);
  }
  const charge = createCharge(world, intent, method, { status: 'succeeded', authenticated });
  if (scenario.dispute) schedule(world, 'create_dispute', charge.id, DISPUTE_AFTER_S);
  return succeed(world, cause, intent, charge.id);
}

/** Asks the bank first: the intent waits in `requires_action` with the address of the challenge page. */
export function requireAuthentication(
  world: World,
  cause: Cause,
  intent: PaymentIntentDoc,
  method: PaymentMethodDoc,
  place: { baseUrl: string; returnUrl: string | null },
): PaymentIntentDoc {
  const token = randomText(24);
  world.store.saveSecrets(intent.id, {
    challenge: { token, paymentMethod: method.id, returnUrl: place.returnUrl },
  });
  const waiting = saved(world, {
    ...intent,
    last_payment_error: null,
    next_action: {
      redirect_to_url: {
        return_url: place.returnUrl,
        url: `${place.baseUrl}/3d-secure/${intent.id}/${token}`,
      },
      type: 'redirect_to_url',
    },
    status: 'requires_action',
  });
  emit(world, cause, 'payment_intent.requires_action', waiting);
  return waiting;
}

/** The buyer failed 3-D Secure: no charge was tried, another payment method is needed. */
export function failAuthentication(
  world: World,
  intent: PaymentIntentDoc,
  method: PaymentMethodDoc,
): PaymentIntentDoc {
  const code = 'payment_intent_authentication_failure';
  const failed = saved(world, {
    ...intent,
    last_payment_error: {
      code,
      doc_url: docUrl(code),
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      payment_method: method,
      type: 'invalid_request_error',
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  world.store.saveSecrets(intent.id, {});
  emit(world, NO_REQUEST, 'payment_intent.payment_failed', failed);
  return failed;
}

/** A debit that was `processing` becomes money, or does not. */
export function settleDebit(world: World, intentId: string): void {
  const intent = world.store.find('payment_intent', intentId);
  if (intent?.status !== 'processing' || !intent.latest_charge || !intent.payment_method) return;
  const charge = world.store.find('charge', intent.latest_charge);
  const method = world.store.find('payment_method', intent.payment_method);
  if (!charge || !method) return;
  const { decline } = scenarioOf(world.store.secrets(method.id).scenario);
  if (decline) {
    world.store.save('charge', {
      ...charge,
      amount_captured: 0,
      captured: false,
      failure_code: decline.code,
      failure_message: decline.message,
      paid: false,
      status: 'failed',
    });
    fail(world, NO_REQUEST, intent, method, decline, charge.id);
    return;
  }
  world.store.save('charge', { ...charge, paid: true, status: 'succeeded' });
  succeed(world, NO_REQUEST, intent, charge.id);
}
