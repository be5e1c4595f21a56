import { brandOf, cvcLengthOf, isLuhnValid, lengthOf } from '../card-number.ts';
import type { FieldError } from './wording.ts';

/** Pure rules of the three fields: how a value is shown, and what is wrong with it. */
export type FieldName = 'number' | 'expiry' | 'cvc';

const digitsOf = (text: string) => text.replace(/\D/g, '');

export function formatNumber(text: string): string {
  const digits = digitsOf(text);
  const shown = digits.slice(0, lengthOf(digits));
  const groups = brandOf(digits) === 'amex' ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?$/ : undefined;
  if (groups) {
    return (groups.exec(shown) ?? [])
      .slice(1)
      .filter((part) => part !== undefined)
      .join(' ');
  }
  return shown.replace(/(\d{4})(?=\d)/g, '$1 ');
}

export function formatExpiry(text: string): string {
  // A pasted or autofilled "12/2030" means the last two digits of the year.
  const full = /^\s*(\d{1,2})\s*\/\s*(\d{4})\s*$/.exec(text);
  let digits = full ? `${full[1]?.padStart(2, '0')}${full[2]?.slice(-2)}` : digitsOf(text);
  const first = Number(digits[0]);
  if (first > 1 || (digits.length > 1 && Number(digits.slice(0, 2)) > 12)) digits = `0${digits}`;
  if (digits.length < 3) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2, 4)}`;
}

export function formatCvc(text: string, number: string): string {
  return digitsOf(text).slice(0, cvcLengthOf(digitsOf(number)));
}

export function expiryOf(text: string): { month: number; year: number } {
  const digits = digitsOf(text);
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) };
}

/** What is wrong with a field, or undefined. @param today for the expiry */
export function problemOf(
  field: FieldName,
  values: Record<FieldName, string>,
  today = new Date(),
): FieldError | undefined {
  const number = digitsOf(values.number);
  if (field === 'number') {
    if (number.length < lengthOf(number)) return 'incomplete_number';
    return isLuhnValid(number) ? undefined : 'invalid_number';
  }
  if (field === 'cvc')
    return digitsOf(values.cvc).length < cvcLengthOf(number) ? 'incomplete_cvc' : undefined;
  if (digitsOf(values.expiry).length < 4) return 'incomplete_expiry';
  const { month, year } = expiryOf(values.expiry);
  if (month < 1 || month > 12) return 'invalid_expiry_month';
  const past = year < today.getFullYear() || (year === today.getFullYear() && month < today.getMonth() + 1);
  return past ? 'invalid_expiry_year_past' : undefined;
}
