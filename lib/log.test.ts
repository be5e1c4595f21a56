import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { describeError } from './log.ts';

describe('an error in the log', () => {
  test('of a query keeps what helps to find it, and nobody’s name', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
      code: '23505',
      constraint: 'users_email',
      table: 'users',
      detail: 'Key (email)=(ada@example.org) already exists.',
    });
    const line = describeError(
      new DrizzleQueryError('insert into users values ($1)', ['ada@example.org'], cause),
    );
    expect(JSON.stringify(line)).not.toContain('ada@');
    expect(line).toMatchObject({
      type: 'Error',
      message: 'Failed query: insert into users values ($1)',
      cause: { code: '23505', constraint: 'users_email', table: 'users' },
    });
  });

  test('of a library leaves out what it carries along', () => {
    const error = Object.assign(new Error('card declined'), {
      name: 'StripeCardError',
      code: 'card_declined',
      statusCode: 402,
      raw: { payment_method: { billing_details: { email: 'ada@example.org' } } },
    });
    expect(describeError(error)).toEqual({
      type: 'StripeCardError',
      message: 'card declined',
      code: 'card_declined',
      statusCode: 402,
      stack: error.stack,
    });
  });

  test('that goes round in a circle still ends', () => {
    const error = new Error('one');
    error.cause = error;
    expect(() => JSON.stringify(describeError(error))).not.toThrow();
  });
});
