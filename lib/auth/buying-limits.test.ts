import { describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { DomainError } from '../errors.ts';
import { countCheckoutStart, limitHold, limitPromoCode } from './buying-limits.ts';

useApplication();

const EVENT = '0195d3a0-0000-7000-8000-000000000000';
const OTHER = '0195d3a0-0000-7000-8000-000000000001';

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

/** How many times each answer came. */
const count = (codes: string[]) =>
  Object.fromEntries(
    Map.groupBy(codes, (code) => code)
      .entries()
      .map(([code, all]) => [code, all.length]),
  );

const times = async (number: number, attempt: () => Promise<unknown>) =>
  count(await Promise.all(Array.from({ length: number }, () => codeOf(attempt()))));

const hold = (address: string, tickets: number, eventId = EVENT) =>
  limitHold(address, { eventId, tickets, promoCode: false }, async () => 'held');

const refuse = (code: ConstructorParameters<typeof DomainError>[0]) => async () => {
  throw new DomainError(code);
};

describe('holding', () => {
  test('thirty times a minute from one network, all at once or not', async () => {
    expect(await times(40, () => hold('198.51.100.1', 1))).toEqual({ done: 30, too_many_tries: 10 });
    expect(await codeOf(hold('198.51.100.2', 1))).toBe('done');
  });

  test('a hundred tickets of an event, and then smaller wishes still fit in what is left', async () => {
    expect(await times(13, () => hold('198.51.100.3', 9))).toEqual({ done: 11, too_many_tries: 2 });
    expect(await codeOf(hold('198.51.100.3', 1))).toBe('done');
    expect(await codeOf(hold('198.51.100.3', 1))).toBe('too_many_tries');
    expect(await codeOf(hold('198.51.100.3', 9, OTHER))).toBe('done');
  });

  test('counts the tickets that were held only', async () => {
    const miss = () =>
      limitHold('198.51.100.4', { eventId: EVENT, tickets: 10, promoCode: false }, refuse('sold_out'));
    for (let index = 0; index < 15; index += 1) expect(await codeOf(miss())).toBe('sold_out');
    expect(await codeOf(hold('198.51.100.4', 100))).toBe('done');
  });

  test('one household is one network, whichever of its IPv6 addresses it uses', async () => {
    let last = 0;
    const next = () => hold(`2001:db8:1:2::${++last}`, 1);
    expect(await times(31, next)).toEqual({ done: 30, too_many_tries: 1 });
  });
});

describe('promo codes', () => {
  const guess = (address: string) => limitPromoCode(address, EVENT, refuse('promo_unknown'));

  test('ten wrong ones, then none any more, be it the right one', async () => {
    expect(await times(320, () => guess('198.51.100.5'))).toEqual({ promo_unknown: 10, too_many_tries: 310 });
    const right = () => limitPromoCode('198.51.100.5', EVENT, async () => 'applied');
    expect(await codeOf(right())).toBe('too_many_tries');
  });

  test('right ones are not counted, nor are those that are over', async () => {
    for (let index = 0; index < 15; index += 1) {
      expect(await codeOf(limitPromoCode('198.51.100.6', EVENT, async () => 'applied'))).toBe('done');
      expect(await codeOf(limitPromoCode('198.51.100.6', EVENT, refuse('promo_ended')))).toBe('promo_ended');
    }
    expect(await codeOf(guess('198.51.100.6'))).toBe('promo_unknown');
  });

  test('guessed while holding count too', async () => {
    const wish = { eventId: EVENT, tickets: 1, promoCode: true };
    const tries = await times(12, () => limitHold('198.51.100.7', wish, refuse('promo_unknown')));
    expect(tries).toEqual({ promo_unknown: 10, too_many_tries: 2 });
    expect(await codeOf(guess('198.51.100.7'))).toBe('too_many_tries');
    expect(await codeOf(hold('198.51.100.7', 1))).toBe('done');
  });
});

describe('checkouts', () => {
  test('twenty a minute', async () => {
    expect(await times(25, () => countCheckoutStart('198.51.100.8'))).toEqual({
      done: 20,
      too_many_tries: 5,
    });
  });
});

test.each(['127.0.0.1', '::1'])('a sandbox on its own machine (%s) counts nobody', async (address) => {
  expect(await times(200, () => hold(address, 10))).toEqual({ done: 200 });
  expect(await times(50, () => countCheckoutStart(address))).toEqual({ done: 50 });
  const guess = () => limitPromoCode(address, EVENT, refuse('promo_unknown'));
  expect(await times(50, guess)).toEqual({ promo_unknown: 50 });
});
