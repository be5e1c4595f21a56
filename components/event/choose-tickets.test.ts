import { expect, test } from 'vitest';
import {
  countTickets,
  offerInstead,
  oneLess,
  oneMore,
  stillToBeHad,
  typedQuantity,
} from './choose-tickets.ts';

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

test('what can no longer be had leaves the choice, and what shrank is cut to what is left', () => {
  const types = [
    { id: 'gone', state: { kind: 'sold_out' }, minPerBooking: 1, most: 0 },
    { id: 'in carts', state: { kind: 'all_in_carts' }, minPerBooking: 1, most: 6 },
    { id: 'shrunk', state: { kind: 'few_left', left: 2 }, minPerBooking: 1, most: 2 },
    { id: 'pairs', state: { kind: 'on_sale' }, minPerBooking: 2, most: 8 },
    { id: 'one left of pairs', state: { kind: 'on_sale' }, minPerBooking: 2, most: 1 },
    { id: 'untouched', state: { kind: 'on_sale' }, minPerBooking: 2, most: 8 },
  ] as const;
  const choice = { gone: 3, 'in carts': 2, shrunk: 4, pairs: 1, 'one left of pairs': 2, 'not there': 5 };
  expect(stillToBeHad(choice, types)).toEqual({ shrunk: 2, pairs: 2 });
  expect(countTickets(stillToBeHad(choice, types))).toBe(4);
});
