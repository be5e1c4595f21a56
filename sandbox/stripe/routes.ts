import { type Caller, secretKeyRequired } from './authentication.ts';
import { browserView, checkClientSecret } from './browser-view.ts';
import { confirmPaymentIntent } from './confirm-payment-intent.ts';
import { ApiError, noSuch, unsupported } from './errors.ts';
import type { FormObject } from './form.ts';
import { listObjects } from './list-objects.ts';
import { allowOnly, text } from './params.ts';
import {
  cancelPaymentIntent,
  createPaymentIntent,
  findIntent,
  updatePaymentIntent,
} from './payment-intents.ts';
import { createPaymentMethod } from './payment-methods.ts';
import { createRefund, updateRefund } from './refunds.ts';
import type { Cause, World } from './world.ts';

/** One authenticated API call, decoded. */
export interface Call {
  world: World;
  cause: Cause;
  caller: Caller;
  params: FormObject;
  path: string;
  baseUrl: string;
}

type Handler = (call: Call, id: string) => unknown;

interface Route {
  method: 'GET' | 'POST';
  pattern: RegExp;
  handler: Handler;
  /** May be called with the publishable key. */
  fromBrowser: boolean;
}

function route(method: Route['method'], path: string, handler: Handler, fromBrowser = false): Route {
  return { method, pattern: new RegExp(`^${path.replace(':id', '([^/]+)')}$`), handler, fromBrowser };
}

const LIST_FIELDS = ['limit', 'starting_after', 'ending_before', 'created'];

function confirm(call: Call, id: string): unknown {
  const { world, params, caller } = call;
  if (caller === 'publishable') checkClientSecret(findIntent(world, id), text(params, 'client_secret'));
  try {
    const intent = confirmPaymentIntent(world, call.cause, id, params, call.baseUrl);
    return caller === 'publishable' ? browserView(intent) : intent;
  } catch (error) {
    if (caller === 'secret' || !(error instanceof ApiError) || error.body.payment_intent === undefined)
      throw error;
    const body = { ...error.body, payment_intent: browserView(findIntent(world, id)) };
    throw new ApiError(error.status, body, { keepsWork: error.keepsWork, remembered: error.remembered });
  }
}

function create(call: Call): unknown {
  const { world, params, cause } = call;
  const intent = createPaymentIntent(world, cause, params);
  if (params.confirm !== 'true') return intent;
  const fields = [
    'payment_method_data',
    'return_url',
    'off_session',
    'error_on_requires_action',
    'use_stripe_sdk',
  ];
  const picked = Object.fromEntries(Object.entries(params).filter(([name]) => fields.includes(name)));
  return confirmPaymentIntent(world, cause, intent.id, picked, call.baseUrl);
}

function retrieveIntent(call: Call, id: string): unknown {
  const intent = findIntent(call.world, id);
  if (call.caller === 'secret') return intent;
  checkClientSecret(intent, text(call.params, 'client_secret'));
  return browserView(intent);
}

function retrieve(kind: 'charge' | 'refund' | 'payment_method' | 'dispute' | 'event', noun: string): Handler {
  return (call, id) => {
    const found = call.world.store.find(kind, id);
    if (!found) throw noSuch(noun, id);
    return found;
  };
}

const ROUTES: readonly Route[] = [
  route('POST', '/v1/payment_intents', create),
  route('GET', '/v1/payment_intents', (call) => {
    allowOnly(call.params, LIST_FIELDS);
    return listObjects(call.world, 'payment_intent', call.path, call.params);
  }),
  route('GET', '/v1/payment_intents/:id', retrieveIntent, true),
  route('POST', '/v1/payment_intents/:id', (call, id) => updatePaymentIntent(call.world, id, call.params)),
  route('POST', '/v1/payment_intents/:id/confirm', confirm, true),
  route('POST', '/v1/payment_intents/:id/cancel', (call, id) =>
    cancelPaymentIntent(call.world, call.cause, id, call.params),
  ),
  route('POST', '/v1/payment_intents/:id/capture', () => {
    throw unsupported('Capturing later (capture_method=manual)');
  }),
  route('POST', '/v1/payment_methods', (call) => createPaymentMethod(call.world, call.params), true),
  route('GET', '/v1/payment_methods/:id', retrieve('payment_method', 'PaymentMethod')),
  route('GET', '/v1/charges', (call) => {
    allowOnly(call.params, [...LIST_FIELDS, 'payment_intent']);
    return listObjects(call.world, 'charge', call.path, call.params);
  }),
  route('GET', '/v1/charges/:id', retrieve('charge', 'charge')),
  route('POST', '/v1/refunds', (call) => createRefund(call.world, call.cause, call.params)),
  route('GET', '/v1/refunds', (call) => {
    allowOnly(call.params, [...LIST_FIELDS, 'payment_intent', 'charge']);
    return listObjects(call.world, 'refund', call.path, call.params);
  }),
  route('GET', '/v1/refunds/:id', retrieve('refund', 'refund')),
  route('POST', '/v1/refunds/:id', (call, id) => updateRefund(call.world, call.cause, id, call.params)),
  route('GET', '/v1/disputes/:id', retrieve('dispute', 'dispute')),
  route('GET', '/v1/events', (call) => {
    allowOnly(call.params, [...LIST_FIELDS, 'type', 'types', 'delivery_success']);
    return listObjects(call.world, 'event', call.path, call.params);
  }),
  route('GET', '/v1/events/:id', retrieve('event', 'event')),
];

/** The handler of a call, ready to run, or undefined when there is no such address. */
export function findRoute(method: string, path: string): ((call: Call) => unknown) | undefined {
  for (const { pattern, handler, fromBrowser, method: expected } of ROUTES) {
    const match = expected === method ? pattern.exec(path) : null;
    if (!match) continue;
    return (call) => {
      if (call.caller === 'publishable' && !fromBrowser) throw secretKeyRequired();
      return handler(call, match[1] ?? '');
    };
  }
  return undefined;
}
