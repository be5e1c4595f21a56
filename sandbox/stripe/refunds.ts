import { scenarioOf } from './cards.ts';
import { describeAmount } from './currencies.ts';
import { ApiError, invalidRequest, missingParameter, noSuch } from './errors.ts';
import { emit } from './events.ts';
import type { FormObject } from './form.ts';
import { newId } from './ids.ts';
import type { ChargeDoc, RefundDoc } from './objects.ts';
import { allowOnly, choice, mergedMetadata, positiveInteger, text } from './params.ts';
import { schedule } from './schedule.ts';
import { type Cause, NO_REQUEST, type World } from './world.ts';

/** How long a refund that fails or waits takes to do so, in seconds of the sandbox's clock. */
const LATER_S = 3;
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

function refundableCharge(world: World, params: FormObject): ChargeDoc {
  const intentId = text(params, 'payment_intent');
  const chargeId = text(params, 'charge');
  if (intentId) {
    const intent = world.store.find('payment_intent', intentId);
    if (!intent) throw noSuch('payment_intent', intentId, 'payment_intent');
    const charge = intent.latest_charge ? world.store.find('charge', intent.latest_charge) : undefined;
    if (intent.status !== 'succeeded' || !charge) {
      throw invalidRequest(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
        param: 'payment_intent',
      });
    }
    return charge;
  }
  if (!chargeId) throw missingParameter('payment_intent');
  const charge = world.store.find('charge', chargeId);
  if (!charge) throw noSuch('charge', chargeId, 'charge');
  if (charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${chargeId} was not successful and cannot be refunded.`, {
      param: 'charge',
    });
  }
  return charge;
}

function checkRefundable(charge: ChargeDoc, amount: number): void {
  const refuse = (code: string | undefined, message: string, param: string) =>
    new ApiError(
      400,
      { type: 'invalid_request_error', message, param, ...(code ? { code } : {}) },
      { remembered: true },
    );
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed) {
    throw refuse(
      'charge_disputed',
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      'charge',
    );
  }
  if (left === 0) {
    throw refuse('charge_already_refunded', `Charge ${charge.id} has already been refunded.`, 'charge');
  }
  if (amount > left) {
    const asked = describeAmount(amount, charge.currency);
    const limit = describeAmount(left, charge.currency);
    const against = charge.amount_refunded === 0 ? 'charge amount' : 'unrefunded amount on charge';
    throw refuse(undefined, `Refund amount (${asked}) is greater than ${against} (${limit})`, 'amount');
  }
}

function destinationOf(charge: ChargeDoc): NonNullable<RefundDoc['destination_details']> {
  if (charge.payment_method_details?.type !== 'card') return { type: 'sepa_bank_transfer' };
  return {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  };
}

/** Adds to (or takes back from) what was refunded of a charge. */
function withRefunded(world: World, charge: ChargeDoc, change: number): ChargeDoc {
  const refunded = charge.amount_refunded + change;
  const next = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
  world.store.save('charge', next);
  return next;
}

/** Refunds all or part of a charge. The sum of refunds that have not failed never exceeds the charge. */
export function createRefund(world: World, cause: Cause, params: FormObject): RefundDoc {
  allowOnly(params, ['payment_intent', 'charge', 'amount', 'reason', 'metadata', 'currency']);
  const asked = positiveInteger(params, 'amount');
  const reason = choice(params, 'reason', REASONS) ?? null;
  const metadata = mergedMetadata(params, {});
  const charge = refundableCharge(world, params);
  const amount = asked ?? charge.amount - charge.amount_refunded;
  checkRefundable(charge, amount);
  const scenario = scenarioOf(
    charge.payment_method ? world.store.secrets(charge.payment_method).scenario : undefined,
  );
  const pending = scenario.refund === 'pending_first';
  const refund: RefundDoc = {
    id: newId(charge.id.startsWith('py_') ? 'pyr' : 're'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.clock.now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
    ...(pending ? { pending_reason: 'processing' } : {}),
  };
  world.store.insert('refund', refund, { belongsTo: charge.payment_intent, charge: charge.id });
  const after = withRefunded(world, charge, amount);
  emit(world, cause, 'charge.refunded', after, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  emit(world, cause, 'refund.created', refund);
  if (scenario.refund === 'fails_later') schedule(world, 'fail_refund', refund.id, LATER_S);
  if (pending) schedule(world, 'finish_refund', refund.id, LATER_S);
  return refund;
}

/** Only metadata can be changed. */
export function updateRefund(world: World, cause: Cause, id: string, params: FormObject): RefundDoc {
  allowOnly(params, ['metadata']);
  const refund = world.store.find('refund', id);
  if (!refund) throw noSuch('refund', id);
  const before = refund.metadata ?? {};
  const next = { ...refund, metadata: mergedMetadata(params, before) };
  world.store.save('refund', next);
  emit(world, cause, 'refund.updated', next, { metadata: before });
  return next;
}

/** The bank could not take the money: the refund fails and the charge counts as not refunded by it. */
export function failRefund(world: World, id: string): void {
  const refund = world.store.find('refund', id);
  const charge = refund ? world.store.find('charge', refund.charge) : undefined;
  if (!refund || !charge || refund.status === 'failed') return;
  const failed: RefundDoc = { ...refund, failure_reason: 'unknown', status: 'failed' };
  world.store.save('refund', failed);
  withRefunded(world, charge, -refund.amount);
  emit(world, NO_REQUEST, 'refund.updated', failed, { status: refund.status });
  emit(world, NO_REQUEST, 'refund.failed', failed);
  emit(world, NO_REQUEST, 'charge.refund.updated', failed, { status: refund.status });
}

export function finishRefund(world: World, id: string): void {
  const refund = world.store.find('refund', id);
  if (refund?.status !== 'pending') return;
  const done: RefundDoc = { ...refund, status: 'succeeded' };
  delete done.pending_reason;
  world.store.save('refund', done);
  emit(world, NO_REQUEST, 'refund.updated', done, { status: 'pending' });
  emit(world, NO_REQUEST, 'charge.refund.updated', done, { status: 'pending' });
}
