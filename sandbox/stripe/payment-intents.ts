import { checkAmount, checkCurrency } from './currencies.ts';
import { ApiError, invalidRequest, missingParameter, noSuch, unsupported } from './errors.ts';
import { emit } from './events.ts';
import type { FormObject } from './form.ts';
import { newId, randomText } from './ids.ts';
import type { PaymentIntentDoc } from './objects.ts';
import { allowOnly, choice, mergedMetadata, positiveInteger, requiredText, text } from './params.ts';
import { allowedTypes, automaticMethods, methodTypes } from './payment-method-types.ts';
import { paymentMethodNamed } from './payment-methods.ts';
import type { Cause, World } from './world.ts';

const CREATE_FIELDS = [
  'amount',
  'currency',
  'automatic_payment_methods',
  'allowed_payment_method_types',
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'mandate_data',
  'capture_method',
  'confirmation_method',
  'confirm',
  'return_url',
  'off_session',
  'error_on_requires_action',
  'use_stripe_sdk',
  'description',
  'metadata',
  'receipt_email',
  'shipping',
  'statement_descriptor',
  'statement_descriptor_suffix',
];
const UPDATE_FIELDS = [
  'amount',
  'currency',
  'payment_method',
  'allowed_payment_method_types',
  'payment_method_options',
  'capture_method',
  'description',
  'metadata',
  'receipt_email',
  'shipping',
  'statement_descriptor',
  'statement_descriptor_suffix',
];
/** Changing these is refused once money is under way. */
const PAYMENT_FIELDS = ['amount', 'currency', 'payment_method', 'allowed_payment_method_types'];
const CANCELABLE = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
];
const CHANGEABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** The answer to a call that the intent's state does not allow; it carries the intent, as Stripe's does. */
export function unexpectedState(intent: PaymentIntentDoc, message: string, param?: string): ApiError {
  return new ApiError(
    400,
    {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message,
      payment_intent: intent,
      ...(param ? { param } : {}),
    },
    { remembered: true },
  );
}

export function findIntent(world: World, id: string): PaymentIntentDoc {
  const intent = world.store.find('payment_intent', id);
  if (!intent) throw noSuch('payment_intent', id, 'intent');
  return intent;
}

function refuseManualCapture(params: FormObject): void {
  const method = choice(params, 'capture_method', ['automatic', 'automatic_async', 'manual']);
  if (method === 'manual') throw unsupported('capture_method=manual', 'capture_method');
  if (choice(params, 'confirmation_method', ['automatic', 'manual']) === 'manual') {
    throw unsupported('confirmation_method=manual', 'confirmation_method');
  }
}

function receiptEmail(params: FormObject): string | null {
  const email = text(params, 'receipt_email');
  if (!email) return null;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, {
      code: 'email_invalid',
      param: 'receipt_email',
    });
  }
  return email;
}

function statementText(params: FormObject, name: string): string | null {
  const value = text(params, name) || null;
  if (value && value.length > 22) {
    throw invalidRequest(`The ${name} must be at most 22 characters.`, { param: name });
  }
  return value;
}

/** Stores a new intent. Confirming it at once (`confirm=true`) is the caller's next step. */
export function createPaymentIntent(world: World, cause: Cause, params: FormObject): PaymentIntentDoc {
  allowOnly(params, CREATE_FIELDS);
  const amount = positiveInteger(params, 'amount');
  if (amount === undefined) throw missingParameter('amount');
  const currency = checkCurrency(requiredText(params, 'currency'));
  checkAmount(amount, currency);
  refuseManualCapture(params);
  const methodId = text(params, 'payment_method');
  const method = methodId ? paymentMethodNamed(world, methodId) : undefined;
  const allowed = allowedTypes(params);
  const id = newId('pi');
  const intent: PaymentIntentDoc = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: allowed,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automaticMethods(params),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: choice(params, 'capture_method', ['automatic', 'automatic_async']) ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: world.clock.now(),
    currency,
    customer: null,
    customer_account: null,
    description: text(params, 'description') || null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergedMetadata(params, {}),
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: methodTypes(allowed, currency),
    payment_record: null,
    processing: null,
    receipt_email: receiptEmail(params),
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: statementText(params, 'statement_descriptor'),
    statement_descriptor_suffix: statementText(params, 'statement_descriptor_suffix'),
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  world.store.insert('payment_intent', intent);
  emit(world, cause, 'payment_intent.created', intent);
  return intent;
}

/** Changes what the state still allows; notes such as metadata can always be changed. */
export function updatePaymentIntent(world: World, id: string, params: FormObject): PaymentIntentDoc {
  allowOnly(params, UPDATE_FIELDS);
  refuseManualCapture(params);
  const intent = findIntent(world, id);
  if (!CHANGEABLE.includes(intent.status)) {
    const field = PAYMENT_FIELDS.find((name) => params[name] !== undefined);
    if (field) {
      throw unexpectedState(
        intent,
        `This PaymentIntent's ${field} could not be updated because it has a status of ${intent.status}. You may only update the ${field} of a PaymentIntent with one of the following statuses: ${CHANGEABLE.join(', ')}.`,
        field,
      );
    }
  }
  const amount = positiveInteger(params, 'amount') ?? intent.amount;
  const currency =
    params.currency === undefined ? intent.currency : checkCurrency(requiredText(params, 'currency'));
  if (amount !== intent.amount || currency !== intent.currency) checkAmount(amount, currency);
  const methodId = text(params, 'payment_method');
  const method = methodId ? paymentMethodNamed(world, methodId) : undefined;
  const touchesPayment = PAYMENT_FIELDS.some((name) => params[name] !== undefined);
  const allowed =
    params.allowed_payment_method_types === undefined
      ? intent.allowed_payment_method_types
      : allowedTypes(params);
  const next: PaymentIntentDoc = {
    ...intent,
    allowed_payment_method_types: allowed,
    amount,
    currency,
    description: params.description === undefined ? intent.description : text(params, 'description') || null,
    metadata: mergedMetadata(params, intent.metadata),
    payment_method: method?.id ?? intent.payment_method,
    payment_method_types: methodTypes(allowed, currency),
    receipt_email: params.receipt_email === undefined ? intent.receipt_email : receiptEmail(params),
  };
  if (touchesPayment && CHANGEABLE.includes(intent.status)) {
    // What the buyer was asked to authenticate is no longer what would be charged.
    next.status = next.payment_method ? 'requires_confirmation' : 'requires_payment_method';
    next.next_action = null;
    world.store.saveSecrets(id, {});
  }
  world.store.save('payment_intent', next);
  return next;
}

/** Ends an intent that has not been paid. */
export function cancelPaymentIntent(
  world: World,
  cause: Cause,
  id: string,
  params: FormObject,
): PaymentIntentDoc {
  allowOnly(params, ['cancellation_reason']);
  const reason =
    choice(params, 'cancellation_reason', [
      'duplicate',
      'fraudulent',
      'requested_by_customer',
      'abandoned',
    ]) ?? null;
  const intent = findIntent(world, id);
  // A debit that is on its way to the bank cannot be called back, so `processing` is refused like the final states.
  if (!CANCELABLE.includes(intent.status) || intent.status === 'processing') {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}.`,
    );
  }
  const canceled: PaymentIntentDoc = {
    ...intent,
    canceled_at: world.clock.now(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  };
  world.store.save('payment_intent', canceled);
  world.store.saveSecrets(id, {});
  emit(world, cause, 'payment_intent.canceled', canceled);
  return canceled;
}
