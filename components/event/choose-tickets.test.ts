import { expect, test } from 'vitest';
import { countTickets, offerInstead, oneLess, oneMore, typedQuantity } from './choose-tickets.ts';

const limits = { min: 2, max: 6 };

test.each([
  [0, 2],
  [2, 3],
  [5, 6],
  [6, 6],
])('one more than %i is %i, between 2 and 6', (quantity, expected) => {
  expect(oneMore(quantity, limits)).toBe(expected);
});

test.each([
  [6, 5],
  [3, 2],
  [2, 0],
  [0, 0],
])('one less than %i is %i, between 2 and 6', (quantity, expected) => {
  expect(oneLess(quantity, limits)).toBe(expected);
});

test.each([
  ['4', 4],
  ['1', 2],
  ['99', 6],
  ['3.7', 3],
  ['0', 0],
  ['-2', 0],
  ['', 0],
  ['two', 0],
])('typed %j is %i, between 2 and 6', (typed, expected) => {
  expect(typedQuantity(typed, limits)).toBe(expected);
});

test('offers what is left of the type and keeps the others', () => {
  expect(offerInstead({ standing: 4, seat: 2 }, 'standing', 1)).toEqual({ standing: 1, seat: 2 });
});

test('offers the type alone when the others share its places', () => {
  expect(offerInstead({ standing: 1, seat: 2 }, 'standing', 1)).toEqual({ standing: 1 });
});

test('an offer taken again and again ends', () => {
  let choice = offerInstead({ standing: 3, seat: 3 }, 'standing', 2);
  choice = offerInstead(choice, 'standing', 2);
  expect(choice).toEqual({ standing: 2 });
  expect(countTickets(choice)).toBe(2);
});
