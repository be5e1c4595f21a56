import { expect, test } from 'vitest';
import { parseChoice, quantityField } from './parse-choice.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('takes the types of which at least one is wanted', () => {
  const parsed = parseChoice(
    form({ eventId: 'e', [quantityField('a')]: '2', [quantityField('b')]: '0', [quantityField('c')]: '' }),
  );
  expect(parsed).toEqual({ eventId: 'e', items: [{ ticketTypeId: 'a', quantity: 2 }], choice: { a: 2 } });
});

test('a promo code counts when something stands in its field', () => {
  expect(parseChoice(form({ promoCode: '  EARLY ' })).promoCode).toBe('EARLY');
  expect(parseChoice(form({ promoCode: '  ' }))).not.toHaveProperty('promoCode');
});

test('what is no number is left for the schema to refuse', () => {
  expect(parseChoice(form({ [quantityField('a')]: 'two' })).items).toEqual([
    { ticketTypeId: 'a', quantity: Number.NaN },
  ]);
});
