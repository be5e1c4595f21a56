import { describe, expect, test } from 'vitest';
import { DomainError } from './errors.ts';

describe('a DomainError', () => {
  test('knows its status', () => {
    expect(new DomainError('not_found').status).toBe(404);
  });

  test('is one, whichever copy of the class a bundle made it with', () => {
    class Copy extends Error {
      override readonly name = 'DomainError';
      readonly code = 'sold_out';
      readonly values = {};
    }
    expect(new DomainError('sold_out') instanceof DomainError).toBe(true);
    expect(new Copy() instanceof DomainError).toBe(true);
  });

  test.each([
    new Error('sold_out'),
    Object.assign(new Error('x'), { code: '23505' }),
    { name: 'DomainError' },
    null,
  ])('%s is none', (value) => {
    expect(value instanceof DomainError).toBe(false);
  });
});
