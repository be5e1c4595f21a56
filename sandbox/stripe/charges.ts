import type { Decline } from './cards.ts';
import { newId } from './ids.ts';
import type { ChargeDoc, PaymentIntentDoc, PaymentMethodDoc } from './objects.ts';
import type { World } from './world.ts';

function methodDetails(
  method: PaymentMethodDoc,
  amount: number,
  authenticated: boolean,
): ChargeDoc['payment_method_details'] {
  if (method.card) {
    return {
      card: {
        amount_authorized: amount,
        authorization_code: '123456',
        brand: method.card.brand,
        checks: method.card.checks,
        country: method.card.country,
        electronic_commerce_indicator: null,
        exp_month: method.card.exp_month,
        exp_year: method.card.exp_year,
        fingerprint: method.card.fingerprint ?? null,
        funding: method.card.funding,
        installments: null,
        last4: method.card.last4,
        mandate: null,
        network: method.card.brand,
        network_transaction_id: '104102106106',
        regulated_status: 'unregulated',
        three_d_secure: authenticated
          ? {
              authentication_flow: 'challenge',
              electronic_commerce_indicator: '05',
              exemption_indicator: null,
              result: 'authenticated',
              result_reason: null,
              transaction_id: newId('3ds'),
              version: '2.2.0',
            }
          : null,
        transaction_link_id: null,
        wallet: null,
      },
      type: 'card',
    };
  }
  return {
    sepa_debit: {
      bank_code: method.sepa_debit?.bank_code ?? null,
      branch_code: '',
      country: method.sepa_debit?.country ?? null,
      fingerprint: method.sepa_debit?.fingerprint ?? null,
      last4: method.sepa_debit?.last4 ?? null,
      mandate: null,
    },
    type: 'sepa_debit',
  };
}

function outcomeOf(decline: Decline | undefined): ChargeDoc['outcome'] {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null };
  if (!decline) {
    return {
      ...common,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: 12,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...common,
    network_status: 'declined_by_network',
    reason: decline.declineCode ?? decline.code,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

/** Stores the charge of one attempt to pay. A declined attempt leaves a failed charge, as at Stripe. */
export function createCharge(
  world: World,
  intent: PaymentIntentDoc,
  method: PaymentMethodDoc,
  attempt: {
    status: 'succeeded' | 'pending' | 'failed';
    decline?: Decline | undefined;
    authenticated: boolean;
  },
): ChargeDoc {
  const failed = attempt.status === 'failed';
  const charge: ChargeDoc = {
    id: newId(method.type === 'card' ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: failed ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'FOYER SANDBOX',
    captured: !failed,
    created: world.clock.now(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed ? (attempt.decline?.code ?? null) : null,
    failure_message: failed ? (attempt.decline?.message ?? null) : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(failed ? attempt.decline : undefined),
    paid: attempt.status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(method, intent.amount, attempt.authenticated),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: attempt.status,
    transfer_data: null,
    transfer_group: null,
  };
  world.store.insert('charge', charge, { belongsTo: intent.id });
  return charge;
}
