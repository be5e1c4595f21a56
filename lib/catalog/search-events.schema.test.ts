import { describe, expect, test } from 'vitest';
import { parseSearch, searchParamsOf } from './search-events.schema.ts';

const nothing = {
  q: null,
  categories: [],
  city: null,
  from: null,
  to: null,
  when: null,
  price: null,
  hideSoldOut: false,
  after: null,
};

describe('filters out of an address', () => {
  test('none', () => {
    expect(parseSearch({})).toEqual(nothing);
  });

  test('all, from Next’s object and from URLSearchParams alike', () => {
    const after = '2027-03-12T20:00:00.000Z_0195d3a0-0000-7000-8000-000000000000';
    const expected = {
      q: 'choir of nine',
      categories: ['jazz', 'club', 'film'],
      city: 'São Paulo',
      from: '2027-03-12',
      to: '2027-03-14',
      when: null,
      price: 20,
      hideSoldOut: true,
      after,
    };
    const object = {
      q: ' choir of nine ',
      category: ['jazz,club', 'film'],
      city: 'São Paulo',
      from: '2027-03-12',
      to: '2027-03-14',
      when: 'today',
      price: '20',
      available: '1',
      after,
    };
    expect(parseSearch(object)).toEqual(expected);
    expect(parseSearch(searchParamsOf(expected))).toEqual({
      ...expected,
      categories: ['club', 'film', 'jazz'],
    });
  });

  test.each([
    [{ q: '   ' }],
    [{ category: "jazz'--" }],
    [{ from: '2027-02-30' }],
    [{ from: '0000-01-01' }],
    [{ to: '0000-12-31' }],
    [{ from: '+12027-01-01' }],
    [{ after: '0000-03-12T20:00:00.000Z_0195d3a0-0000-7000-8000-000000000000' }],
    [{ when: 'yesterday' }],
    [{ price: '-5' }],
    [{ price: '1e9' }],
    [{ available: 'yes' }],
    [{ after: '2027-13-12T20:00:00.000Z_0195d3a0-0000-7000-8000-000000000000' }],
    [{ after: '2027-03-12T20:00:00.000Z_------------------------------------' }],
  ])('%o is left out', (params) => {
    expect(parseSearch(params)).toEqual(nothing);
  });

  test('what was typed becomes one line of sensible length', () => {
    expect(parseSearch({ q: ' jazz\u0000\n choir ' }).q).toBe('jazz choir');
    expect(parseSearch({ q: 'a'.repeat(500) }).q).toHaveLength(100);
  });

  test('a range the wrong way round is turned', () => {
    expect(parseSearch({ from: '2027-03-14', to: '2027-03-12' })).toMatchObject({
      from: '2027-03-12',
      to: '2027-03-14',
    });
  });

  test('the same filters are always the same address', () => {
    const one = searchParamsOf({ categories: ['b', 'a'], when: 'week', price: 'free' });
    expect(one.toString()).toBe('category=a&category=b&when=week&price=free');
  });
});
