import { attemptPayment, requireAuthentication } from './attempt-payment.ts';
import { scenarioOf } from './cards.ts';
import { ApiError, type ErrorBody, invalidRequest } from './errors.ts';
import type { FormObject } from './form.ts';
import type { PaymentIntentDoc, PaymentMethodDoc } from './objects.ts';
import { address, allowOnly, flag, group, text } from './params.ts';
import { findIntent, unexpectedState } from './payment-intents.ts';
import { createPaymentMethod, paymentMethodNamed } from './payment-methods.ts';
import type { Cause, World } from './world.ts';

const CONFIRM_FIELDS = [
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'allowed_payment_method_types',
  'mandate_data',
  'return_url',
  'client_secret',
  'receipt_email',
  'shipping',
  'off_session',
  'error_on_requires_action',
  'use_stripe_sdk',
  'expected_payment_method_type',
];

function checkConfirmable(intent: PaymentIntentDoc): void {
  if (intent.status === 'succeeded') {
    throw unexpectedState(
      intent,
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
    );
  }
  if (intent.status === 'canceled' || intent.status === 'processing') {
    throw unexpectedState(
      intent,
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
    );
  }
}

function methodToUse(world: World, intent: PaymentIntentDoc, params: FormObject): PaymentMethodDoc {
  const data = group(params, 'payment_method_data');
  if (data) return createPaymentMethod(world, data);
  const id = text(params, 'payment_method') || intent.payment_method;
  if (!id) {
    throw unexpectedState(
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    );
  }
  return paymentMethodNamed(world, id);
}

function checkMethod(intent: PaymentIntentDoc, method: PaymentMethodDoc): void {
  if (intent.payment_method_types.includes(method.type)) return;
  throw invalidRequest(
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(', ')}.`,
    { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
  );
}

function checkReturnUrl(intent: PaymentIntentDoc, params: FormObject): string | null {
  const returnUrl = address(params, 'return_url') ?? null;
  const automatic = intent.automatic_payment_methods;
  const browserLeads = params.use_stripe_sdk === 'true' || params.client_secret !== undefined;
  if (returnUrl === null && automatic?.allow_redirects === 'always' && !browserLeads) {
    throw invalidRequest(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
      { param: 'return_url' },
    );
  }
  return returnUrl;
}

/** The 402 of a declined attempt. What it left behind (failed charge, events) stays. */
function declined(intent: PaymentIntentDoc, details: Omit<ErrorBody, 'type'>): ApiError {
  return new ApiError(402, { type: 'card_error', ...details, payment_intent: intent }, { keepsWork: true });
}

/**
 * Tries to take the money. Answers the intent as it then is (`succeeded`, `processing` or `requires_action`), or throws
 * the card error of a decline.
 * @param baseUrl where the caller reached the stand-in; the challenge page lives there
 */
export function confirmPaymentIntent(
  world: World,
  cause: Cause,
  id: string,
  params: FormObject,
  baseUrl: string,
): PaymentIntentDoc {
  allowOnly(params, CONFIRM_FIELDS);
  const intent = findIntent(world, id);
  checkConfirmable(intent);
  const returnUrl = checkReturnUrl(intent, params);
  const method = methodToUse(world, intent, params);
  checkMethod(intent, method);
  // A new attempt ends an open challenge.
  world.store.saveSecrets(id, {});
  const chosen: PaymentIntentDoc = {
    ...intent,
    next_action: null,
    payment_method: method.id,
    receipt_email: text(params, 'receipt_email') || intent.receipt_email,
  };
  const scenario = scenarioOf(world.store.secrets(method.id).scenario);
  if (scenario.authenticates) {
    const offSession = params.off_session !== undefined && params.off_session !== 'false';
    if (flag(params, 'error_on_requires_action') || offSession) {
      const code = 'authentication_required';
      const message = 'Your card was declined. This transaction requires authentication.';
      const failed: PaymentIntentDoc = {
        ...chosen,
        last_payment_error: { code, message, payment_method: method, type: 'card_error' },
        payment_method: null,
        status: 'requires_payment_method',
      };
      world.store.save('payment_intent', failed);
      throw declined(failed, { code, message, payment_method: method });
    }
    return requireAuthentication(world, cause, chosen, method, { baseUrl, returnUrl });
  }
  const after = attemptPayment(world, cause, chosen, method, false);
  const error = after.last_payment_error;
  if (error) {
    throw declined(after, {
      message: error.message ?? 'Your card was declined.',
      payment_method: method,
      ...(error.code ? { code: error.code } : {}),
      ...(error.decline_code ? { decline_code: error.decline_code } : {}),
      ...(error.param ? { param: error.param } : {}),
      ...(error.charge ? { charge: error.charge } : {}),
    });
  }
  return after;
}
