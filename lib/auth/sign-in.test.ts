import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { rateLimits, users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { hashPassword } from './passwords.ts';
import { signIn } from './sign-in.ts';

useApplication();

const PASSWORD = 'a long enough password';
let hash: string;

async function addUser(email: string): Promise<string> {
  const [row] = await database()
    .insert(users)
    .values({ email, name: 'Ada', passwordHash: hash })
    .returning({ id: users.id });
  if (!row) throw new Error('no user');
  return row.id;
}

const codeOf = (input: { email: string; password: string }, address: string) =>
  signIn(input, address).then(
    () => 'signed in',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

describe('signing in', () => {
  test('takes the right password, whatever the case of the address', async () => {
    const userId = await addUser('ada@example.org');
    expect(await signIn({ email: 'Ada@Example.org', password: PASSWORD }, '192.0.2.1')).toMatchObject({
      userId,
    });
  });

  test('says the same of a wrong password, an unknown address, and an account without a password', async () => {
    await addUser('bob@example.org');
    await database().insert(users).values({ email: 'google@example.org', name: 'G' });
    const wrong = { password: 'something else' };
    expect(await codeOf({ email: 'bob@example.org', ...wrong }, '192.0.2.2')).toBe('wrong_credentials');
    expect(await codeOf({ email: 'nobody@example.org', ...wrong }, '192.0.2.2')).toBe('wrong_credentials');
    expect(await codeOf({ email: 'google@example.org', ...wrong }, '192.0.2.2')).toBe('wrong_credentials');
  });

  test('tells of a suspension only whoever knows the password', async () => {
    const userId = await addUser('carl@example.org');
    await database().update(users).set({ suspendedAt: sql`app_now()` }).where(eq(users.id, userId));
    expect(await codeOf({ email: 'carl@example.org', password: 'guess' }, '192.0.2.3')).toBe(
      'wrong_credentials',
    );
    expect(await codeOf({ email: 'carl@example.org', password: PASSWORD }, '192.0.2.3')).toBe(
      'account_suspended',
    );
  });
});

describe('the limits of signing in', () => {
  test('slow down guesses at one account, also fifty at once', async () => {
    await addUser('dora@example.org');
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        codeOf({ email: 'dora@example.org', password: `guess ${i}` }, '192.0.2.4'),
      ),
    );
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(8);
    expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(42);
    // And now even the right one has to wait, else the limit would only count wrong guesses.
    expect(await codeOf({ email: 'DORA@example.org', password: PASSWORD }, '192.0.2.4')).toBe(
      'too_many_tries',
    );
  });

  test('do not lock out the victim, who comes from elsewhere', async () => {
    expect(await codeOf({ email: 'dora@example.org', password: PASSWORD }, '192.0.2.5')).toBe('signed in');
  });

  test('name the minutes to wait', async () => {
    const refusal = signIn({ email: 'dora@example.org', password: PASSWORD }, '192.0.2.4');
    await expect(refusal).rejects.toMatchObject({ code: 'too_many_tries', values: { minutes: 15 } });
  });

  test('count a network, however many accounts it tries and addresses it has', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 62; i += 1) {
      codes.push(
        await codeOf(
          { email: `someone${i}@example.org`, password: 'guess' },
          `2001:db8:0:7::${i.toString(16)}`,
        ),
      );
    }
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(60);
    expect(codes.slice(60)).toEqual(['too_many_tries', 'too_many_tries']);
  });

  test('forget the failures before the right password', async () => {
    await addUser('emil@example.org');
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 7; i += 1)
        await codeOf({ email: 'emil@example.org', password: 'typo' }, '192.0.2.6');
      expect(await codeOf({ email: 'emil@example.org', password: PASSWORD }, '192.0.2.6')).toBe('signed in');
    }
  });

  test('slow down guesses at one account from everywhere, but not where it was signed in to', async () => {
    const email = 'fritz@example.org';
    await addUser(email);
    const home = '192.0.2.7';
    expect(await codeOf({ email, password: PASSWORD }, home)).toBe('signed in');
    // Nobody has an account with the second; that must not show.
    for (const guessed of [email, 'no-fritz@example.org']) {
      const codes: unknown[] = [];
      for (let i = 0; i < 32; i += 1) {
        codes.push(await codeOf({ email: guessed, password: 'guess' }, `198.51.100.${i}`));
      }
      expect(codes).toEqual([
        ...Array<string>(30).fill('wrong_credentials'),
        'too_many_tries',
        'too_many_tries',
      ]);
    }
    expect(await codeOf({ email, password: PASSWORD }, '198.51.100.99')).toBe('too_many_tries');
    expect(await codeOf({ email, password: PASSWORD }, home)).toBe('signed in');
  });

  test('count a whole customer with IPv6, whatever their networks', async () => {
    await database()
      .insert(rateLimits)
      .values({
        key: 'sign_in_site:2001:db8:2::/48',
        points: 300,
        expire: Date.now() + 60_000,
      });
    const wrong = { email: 'nobody@example.org', password: 'guess' };
    expect(await codeOf(wrong, '2001:db8:2:9::1')).toBe('too_many_tries');
    expect(await codeOf(wrong, '2001:db8:3:9::1')).toBe('wrong_credentials');
  });

  test('count an account once, however its address is written', async () => {
    await addUser('mimi@example.org');
    const codes: unknown[] = [];
    for (const email of ['mimi@example.org', 'M\u0130MI@example.org', 'mim\u0130@example.org']) {
      for (let i = 0; i < 4; i += 1) codes.push(await codeOf({ email, password: 'guess' }, '192.0.2.8'));
    }
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(8);
  });

  test('keep no address of a person', async () => {
    const rows = await database().select({ key: rateLimits.key }).from(rateLimits);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes('@'))).toEqual([]);
    const familiar = rows.filter(({ key }) => key.startsWith('familiar'));
    expect(familiar.length).toBeGreaterThan(0);
    expect(familiar.filter(({ key }) => /\d+\.\d+\.\d+|::/.test(key))).toEqual([]);
  });
});
