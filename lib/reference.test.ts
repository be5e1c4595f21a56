import { expect, test } from 'vitest';
import { isReference, newReference, normaliseReference } from './reference.ts';

test('what somebody types is read as it was meant', () => {
  expect(normaliseReference(' ab c-o1\tl9 ')).toBe('ABC0119');
  const reference = newReference();
  expect(normaliseReference(reference.toLowerCase())).toBe(reference);
});

test('what no keyboard writes is left out, so that the database is never asked for it', () => {
  expect(normaliseReference('AB\0CD\u0007EF')).toBe('ABCDEF');
  expect(isReference('AAAAAAAAA\0')).toBe(false);
});
