import { createHash } from 'node:crypto';
import { isLuhnValid } from './card-number.ts';
import { findCard, numberOfToken, type ScenarioName, scenarioOfIban } from './cards.ts';
import { ApiError, invalidRequest, missingParameter, noSuch } from './errors.ts';
import type { FormObject } from './form.ts';
import { newId } from './ids.ts';
import type { PaymentMethodDoc } from './objects.ts';
import { allowOnly, choice, group, integer, mergedMetadata, requiredText, text } from './params.ts';
import type { World } from './world.ts';

function cardError(code: string, message: string, param: string, declineCode?: string): ApiError {
  return new ApiError(402, {
    type: 'card_error',
    code,
    message,
    param,
    ...(declineCode ? { decline_code: declineCode } : {}),
  });
}

function fingerprint(secretText: string): string {
  return createHash('sha256').update(`sandbox:${secretText}`).digest('base64url').slice(0, 16);
}

function billingDetails(params: FormObject): PaymentMethodDoc['billing_details'] {
  const given = group(params, 'billing_details') ?? {};
  const address = group(given, 'address') ?? {};
  return {
    address: {
      city: text(address, 'city') || null,
      country: text(address, 'country') || null,
      line1: text(address, 'line1') || null,
      line2: text(address, 'line2') || null,
      postal_code: text(address, 'postal_code') || null,
      state: text(address, 'state') || null,
    },
    email: text(given, 'email') || null,
    name: text(given, 'name') || null,
    phone: text(given, 'phone') || null,
    tax_id: null,
  };
}

interface CardInput {
  number: string;
  expMonth: number;
  expYear: number;
  cvcGiven: boolean;
}

function readCard(params: FormObject): CardInput {
  const card = group(params, 'card');
  if (!card) throw missingParameter('card');
  const number = requiredText(card, 'number', 'card[number]').replace(/[\s-]/g, '');
  const expMonth = integer(card, 'exp_month', 'card[exp_month]');
  const expYear = integer(card, 'exp_year', 'card[exp_year]');
  if (expMonth === undefined) throw missingParameter('card[exp_month]');
  if (expYear === undefined) throw missingParameter('card[exp_year]');
  const cvc = text(card, 'cvc', 'card[cvc]');
  if (cvc && !/^\d{3,4}$/.test(cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
  return { number, expMonth, expYear: expYear < 100 ? 2000 + expYear : expYear, cvcGiven: Boolean(cvc) };
}

function checkCard(world: World, card: CardInput): void {
  if (!/^\d{12,19}$/.test(card.number) || !isLuhnValid(card.number)) {
    throw cardError('incorrect_number', 'Your card number is incorrect.', 'number');
  }
  if (card.expMonth < 1 || card.expMonth > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const today = new Date(world.clock.nowMs());
  const year = today.getUTCFullYear();
  if (card.expYear < year || card.expYear > year + 50) {
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  if (card.expYear === year && card.expMonth < today.getUTCMonth() + 1) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
}

function cardMethod(
  world: World,
  card: CardInput,
  details: PaymentMethodDoc['billing_details'],
): { doc: PaymentMethodDoc; scenario: ScenarioName } {
  checkCard(world, card);
  const known = findCard(card.number);
  if (!known) {
    throw cardError(
      'card_declined',
      'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
      'number',
      'test_mode_live_card',
    );
  }
  const doc: PaymentMethodDoc = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: details,
    card: {
      brand: known.brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: details.address?.postal_code ? 'pass' : null,
        cvc_check: card.cvcGiven ? 'pass' : null,
      },
      country: known.country,
      display_brand: known.brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: fingerprint(card.number),
      funding: known.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [known.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: world.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  return { doc, scenario: known.scenario };
}

function debitMethod(world: World, params: FormObject): { doc: PaymentMethodDoc; scenario: ScenarioName } {
  const debit = group(params, 'sepa_debit');
  if (!debit) throw missingParameter('sepa_debit');
  const iban = requiredText(debit, 'iban', 'sepa_debit[iban]').replace(/\s/g, '').toUpperCase();
  const scenario = scenarioOfIban(iban);
  if (!scenario) {
    throw invalidRequest('The IBAN you entered is invalid.', {
      code: 'invalid_bank_account_iban',
      param: 'sepa_debit[iban]',
    });
  }
  const details = billingDetails(params);
  if (!details.name) throw missingParameter('billing_details[name]');
  if (!details.email) throw missingParameter('billing_details[email]');
  const doc: PaymentMethodDoc = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: details,
    created: world.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    sepa_debit: {
      bank_code: iban.slice(4, 12),
      branch_code: '',
      country: iban.slice(0, 2),
      fingerprint: fingerprint(iban),
      generated_from: { charge: null, setup_attempt: null },
      last4: iban.slice(-4),
    },
    type: 'sepa_debit',
  };
  return { doc, scenario };
}

const FIELDS = [
  'type',
  'card',
  'sepa_debit',
  'billing_details',
  'metadata',
  'allow_redisplay',
  'client_secret',
];

/** Stores a new PaymentMethod from form parameters. The card's number itself is not kept. */
export function createPaymentMethod(world: World, params: FormObject): PaymentMethodDoc {
  allowOnly(params, FIELDS);
  const type = choice(params, 'type', ['card', 'sepa_debit']);
  if (!type) throw missingParameter('type');
  const made =
    type === 'card'
      ? cardMethod(world, readCard(params), billingDetails(params))
      : debitMethod(world, params);
  const doc = { ...made.doc, metadata: mergedMetadata(params, {}) };
  world.store.insert('payment_method', doc, { secrets: { scenario: made.scenario } });
  return doc;
}

/** The stored PaymentMethod, or a fresh one for a test token such as `pm_card_visa`. */
export function paymentMethodNamed(world: World, id: string): PaymentMethodDoc {
  const number = numberOfToken(id);
  if (number !== undefined) {
    const expYear = new Date(world.clock.nowMs()).getUTCFullYear() + 1;
    const made = cardMethod(world, { number, expMonth: 12, expYear, cvcGiven: true }, billingDetails({}));
    world.store.insert('payment_method', made.doc, { secrets: { scenario: made.scenario } });
    return made.doc;
  }
  const stored = world.store.find('payment_method', id);
  if (!stored) throw noSuch('PaymentMethod', id, 'payment_method');
  return stored;
}
