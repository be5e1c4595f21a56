import { inspect } from 'node:util';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { withoutParams } from './query-error.ts';

useApplication();

const EMAIL = 'ada.lovelace@example.org';

/** Everything that printing it could show. */
const printed = (error: unknown) => inspect(error, { depth: 10, showHidden: true });

const failureOf = (query: PromiseLike<unknown>) =>
  Promise.resolve(query).then(
    () => {
      throw new Error('the query did not fail');
    },
    (error: unknown) => error,
  );

describe('an error without the values of its query', () => {
  test('names neither the row that was written nor the one in its way', async () => {
    const insert = () => database().insert(users).values({ name: 'Ada Lovelace', email: EMAIL });
    await insert();
    const error = withoutParams(await failureOf(insert()));
    expect(printed(error)).not.toMatch(/lovelace/i);
    expect(error).toBeInstanceOf(DrizzleQueryError);
    expect(error).toMatchObject({
      cause: { code: '23505', constraint: 'users_email_unique', table: 'users' },
    });
    expect(String(error)).toContain('Failed query: insert into "users"');
    expect(error instanceof Error && error.stack).toMatch(
      /^Error: Failed query: insert into "users".*\n\s+at /s,
    );
  });

  test('nor a value that PostgreSQL could not read', async () => {
    const error = withoutParams(await failureOf(database().execute(sql`select ${EMAIL}::integer`)));
    expect(printed(error)).not.toContain(EMAIL);
    expect(error).toMatchObject({
      cause: { code: '22P02', message: 'invalid input syntax for type integer' },
    });
  });

  test('a value of several lines leaves nothing in the stack', () => {
    const error = new DrizzleQueryError('select $1', ['first\nsecond secret\n  third'], new Error('no'));
    expect(printed(withoutParams(error))).not.toMatch(/secret|third/);
  });

  test('other errors stay as they are', () => {
    const error = new Error('a door is stuck');
    const before = error.stack;
    expect(withoutParams(error)).toBe(error);
    expect(error.stack).toBe(before);
    expect(withoutParams('a sentence')).toBe('a sentence');
  });
});
