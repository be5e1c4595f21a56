import { expect, test } from 'vitest';
import { keepLast } from './keep-last.ts';

test('makes a thing once while it is kept, and again once it had to go', () => {
  const made: string[] = [];
  const kept = keepLast<string>(2);
  const ask = (key: string) =>
    kept(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  expect([ask('c'), ask('a')]).toEqual(['C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
