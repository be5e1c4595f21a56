/** Pure rules of card numbers, shared by the API and by the form in the browser. */

export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function brandOf(digits: string): 'visa' | 'mastercard' | 'amex' | 'unknown' {
  if (digits.startsWith('4')) return 'visa';
  if (/^(5[1-5]|2[2-7])/.test(digits)) return 'mastercard';
  return /^3[47]/.test(digits) ? 'amex' : 'unknown';
}

/** How many digits a full number has. Diners and UnionPay vary in life; their test cards have 16. */
export const lengthOf = (digits: string): number => (brandOf(digits) === 'amex' ? 15 : 16);
export const cvcLengthOf = (digits: string): number => (brandOf(digits) === 'amex' ? 4 : 3);
