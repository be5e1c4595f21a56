/** What the form says, in Stripe's wording. */
const en = {
  number: 'Card number',
  expiry: 'Expiration date',
  cvc: 'Security code',
  expiryHint: 'MM / YY',
  note: 'Sandbox: no real money',
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month: "Your card's expiration date is invalid.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
};

export type Wording = typeof en;
export type FieldError =
  | 'incomplete_number'
  | 'invalid_number'
  | 'incomplete_expiry'
  | 'invalid_expiry_month'
  | 'invalid_expiry_year_past'
  | 'incomplete_cvc';

const de: Wording = {
  number: 'Kartennummer',
  expiry: 'Ablaufdatum',
  cvc: 'Prüfziffer',
  expiryHint: 'MM / JJ',
  note: 'Sandbox: kein echtes Geld',
  incomplete_number: 'Ihre Kartennummer ist unvollständig.',
  invalid_number: 'Ihre Kartennummer ist ungültig.',
  incomplete_expiry: 'Das Ablaufdatum Ihrer Karte ist unvollständig.',
  invalid_expiry_month: 'Das Ablaufdatum Ihrer Karte ist ungültig.',
  invalid_expiry_year_past: 'Das Ablaufjahr Ihrer Karte liegt in der Vergangenheit.',
  incomplete_cvc: 'Die Prüfziffer Ihrer Karte ist unvollständig.',
};

/** Answers of the API are English; Stripe.js shows them in the language of the page. By decline code, else code. */
const declinesDe: Record<string, string> = {
  card_declined: 'Ihre Karte wurde abgelehnt.',
  insufficient_funds: 'Ihre Karte verfügt nicht über ausreichende Deckung.',
  expired_card: 'Ihre Karte ist abgelaufen.',
  incorrect_cvc: 'Die Prüfziffer Ihrer Karte ist falsch.',
  incorrect_number: 'Ihre Kartennummer ist falsch.',
  processing_error:
    'Bei der Verarbeitung Ihrer Karte ist ein Fehler aufgetreten. Bitte versuchen Sie es in Kürze erneut.',
  payment_intent_authentication_failure:
    'Wir konnten Ihre Zahlungsmethode nicht authentifizieren. Bitte wählen Sie eine andere Zahlungsmethode und versuchen Sie es erneut.',
};

const isGerman = (locale: string) => locale.toLowerCase().startsWith('de');

export const wordingFor = (locale: string): Wording => (isGerman(locale) ? de : en);

export function inLanguage<T extends { message: string; code?: string; decline_code?: string }>(
  error: T,
  locale: string,
): T {
  if (!isGerman(locale)) return error;
  // A number that is no test card says so in its message; that one is for developers and stays.
  if (error.decline_code === 'test_mode_live_card') return error;
  const message = declinesDe[error.decline_code ?? ''] ?? declinesDe[error.code ?? ''];
  return message ? { ...error, message } : error;
}
