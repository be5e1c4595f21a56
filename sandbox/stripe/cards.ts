/** Stripe's published test cards and what happens when one pays: https://docs.stripe.com/testing */

export interface Decline {
  code: string;
  declineCode?: string;
  message: string;
  param?: string;
}

export interface Scenario {
  /** The bank asks for 3-D Secure first. */
  authenticates?: true;
  decline?: Decline;
  /** What becomes of a refund: it fails after it counted as done, or stays pending for a while. */
  refund?: 'fails_later' | 'pending_first';
  /** The cardholder disputes the charge soon after. */
  dispute?: 'fraudulent';
  /** A debit: accepted as processing, settled this many seconds later. */
  settlesAfterSeconds?: number;
}

const generic: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};
const insufficientFunds: Decline = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};
const declinedAs = (declineCode: string): Decline => ({ ...generic, declineCode });
const debitFailed: Decline = {
  code: 'payment_intent_payment_attempt_failed',
  message: 'The payment failed.',
};

const SCENARIOS = {
  succeeds: {},
  declined: { decline: generic },
  insufficient_funds: { decline: insufficientFunds },
  lost_card: { decline: declinedAs('lost_card') },
  stolen_card: { decline: declinedAs('stolen_card') },
  fraudulent: { decline: declinedAs('fraudulent') },
  velocity: { decline: declinedAs('card_velocity_exceeded') },
  expired: { decline: { code: 'expired_card', message: 'Your card has expired.', param: 'exp_month' } },
  wrong_cvc: {
    decline: { code: 'incorrect_cvc', message: "Your card's security code is incorrect.", param: 'cvc' },
  },
  processing_error: {
    decline: {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  },
  authenticates: { authenticates: true },
  authenticates_then_declined: { authenticates: true, decline: generic },
  authenticates_then_insufficient_funds: { authenticates: true, decline: insufficientFunds },
  refund_fails: { refund: 'fails_later' },
  refund_pending: { refund: 'pending_first' },
  disputed: { dispute: 'fraudulent' },
  debit_succeeds: { settlesAfterSeconds: 1 },
  debit_succeeds_late: { settlesAfterSeconds: 180 },
  debit_fails: { settlesAfterSeconds: 1, decline: debitFailed },
  debit_fails_late: { settlesAfterSeconds: 180, decline: debitFailed },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export function scenarioOf(name: string | undefined): Scenario {
  const found = Object.entries(SCENARIOS).find(([key]) => key === name);
  return found ? found[1] : {};
}

interface TestCard {
  brand: string;
  funding: 'credit' | 'debit' | 'prepaid';
  country: string;
  scenario: ScenarioName;
}

const visa = (scenario: ScenarioName, country = 'US'): TestCard => ({
  brand: 'visa',
  funding: 'credit',
  country,
  scenario,
});
const plain = (brand: string, funding: TestCard['funding'] = 'credit', country = 'US'): TestCard => ({
  brand,
  funding,
  country,
  scenario: 'succeeds',
});

const CARDS: ReadonlyMap<string, TestCard> = new Map([
  ['4242424242424242', visa('succeeds')],
  ['4000056655665556', plain('visa', 'debit')],
  ['5555555555554444', plain('mastercard')],
  ['2223003122003222', plain('mastercard')],
  ['5200828282828210', plain('mastercard', 'debit')],
  ['5105105105105100', plain('mastercard', 'prepaid')],
  ['378282246310005', plain('amex')],
  ['371449635398431', plain('amex')],
  ['6011111111111117', plain('discover')],
  ['3056930009020004', plain('diners')],
  ['3566002020360505', plain('jcb', 'credit', 'JP')],
  ['6200000000000005', plain('unionpay', 'credit', 'CN')],
  ['4000002760000016', visa('succeeds', 'DE')],
  ['4000008260000000', visa('succeeds', 'GB')],
  ['4000003920000003', visa('succeeds', 'JP')],
  ['4000000000000002', visa('declined')],
  ['4000000000009995', visa('insufficient_funds')],
  ['4000000000009987', visa('lost_card')],
  ['4000000000009979', visa('stolen_card')],
  ['4000000000000069', visa('expired')],
  ['4000000000000127', visa('wrong_cvc')],
  ['4000000000000119', visa('processing_error')],
  ['4000000000006975', visa('velocity')],
  ['4100000000000019', visa('fraudulent')],
  ['4000002500003155', visa('authenticates')],
  ['4000002760003184', visa('authenticates', 'DE')],
  ['4000000000003220', visa('authenticates')],
  ['4000000000003063', visa('authenticates')],
  ['4000000000003055', visa('succeeds')],
  ['4000008400001629', visa('authenticates_then_declined')],
  ['4000008260003178', visa('authenticates_then_insufficient_funds', 'GB')],
  ['4000000000005126', visa('refund_fails')],
  ['4000000000007726', visa('refund_pending')],
  ['4000000000000259', visa('disputed')],
]);

const TOKENS: ReadonlyMap<string, string> = new Map([
  ['pm_card_visa', '4242424242424242'],
  ['pm_card_visa_debit', '4000056655665556'],
  ['pm_card_mastercard', '5555555555554444'],
  ['pm_card_amex', '378282246310005'],
  ['pm_card_de', '4000002760000016'],
  ['pm_card_gb', '4000008260000000'],
  ['pm_card_jp', '4000003920000003'],
  ['pm_card_chargeDeclined', '4000000000000002'],
  ['pm_card_visa_chargeDeclined', '4000000000000002'],
  ['pm_card_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_chargeDeclinedExpiredCard', '4000000000000069'],
  ['pm_card_chargeDeclinedIncorrectCvc', '4000000000000127'],
  ['pm_card_chargeDeclinedProcessingError', '4000000000000119'],
  ['pm_card_authenticationRequired', '4000002760003184'],
  ['pm_card_authenticationRequiredOnSetup', '4000002500003155'],
  ['pm_card_threeDSecure2Required', '4000000000003220'],
  ['pm_card_threeDSecureRequired', '4000000000003063'],
  ['pm_card_threeDSecureRequiredChargeDeclined', '4000008400001629'],
  ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', '4000008260003178'],
  ['pm_card_refundFail', '4000000000005126'],
  ['pm_card_pendingRefund', '4000000000007726'],
  ['pm_card_createDispute', '4000000000000259'],
]);

/** IBANs of https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration */
const IBANS: ReadonlyMap<string, ScenarioName> = new Map([
  ['DE89370400440532013000', 'debit_succeeds'],
  ['DE08370400440532013003', 'debit_succeeds_late'],
  ['DE62370400440532013001', 'debit_fails'],
  ['DE78370400440532013004', 'debit_fails_late'],
]);

export const findCard = (number: string): TestCard | undefined => CARDS.get(number);
export const numberOfToken = (token: string): string | undefined => TOKENS.get(token);
export const scenarioOfIban = (iban: string): ScenarioName | undefined => IBANS.get(iban);
