import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { signInWithGoogle } from './google-sign-in.ts';
import { hashPassword } from './passwords.ts';
import { findAccount } from './session-row.ts';
import { sessionOf } from './testing.ts';

useApplication();

const profile = (email: string) => ({ email, emailVerified: true, name: 'Ada' });

describe('signing in with Google', () => {
  test('makes an account once, also when it is raced', async () => {
    const both = await Promise.all([
      signInWithGoogle(profile('new@example.org')),
      signInWithGoogle(profile('NEW@example.org')),
    ]);
    expect(both[0]).toEqual(both[1]);
  });

  test('keeps the password of an account whose address was confirmed', async () => {
    const passwordHash = await hashPassword('mine and good');
    await database()
      .insert(users)
      .values({ email: 'sure@example.org', name: 'Ada', passwordHash, emailVerifiedAt: new Date() });
    const { userId } = await signInWithGoogle(profile('sure@example.org'));
    const [user] = await database().select().from(users).where(eq(users.id, userId));
    expect(user?.passwordHash).toBe(passwordHash);
  });

  test('takes an account over from whoever registered the address without owning it', async () => {
    const passwordHash = await hashPassword('laid in wait');
    const [squatted] = await database()
      .insert(users)
      .values({ email: 'victim@example.org', name: 'Mallory', passwordHash })
      .returning({ id: users.id });
    const squatter = await sessionOf(squatted?.id ?? '', null);
    expect(await signInWithGoogle(profile('victim@example.org'))).toMatchObject({ userId: squatted?.id });
    const [user] = await database().select().from(users).where(eq(users.email, 'victim@example.org'));
    expect(user?.passwordHash).toBeNull();
    expect(user?.emailVerifiedAt).not.toBeNull();
    expect(await findAccount(squatter)).toBeNull();
  });

  test('needs an address that Google has verified, and a person who is not suspended', async () => {
    await expect(
      signInWithGoogle({ ...profile('x@example.org'), emailVerified: false }),
    ).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await database().insert(users).values({ email: 'out@example.org', name: 'Out', suspendedAt: new Date() });
    await expect(signInWithGoogle(profile('out@example.org'))).rejects.toMatchObject({
      code: 'account_suspended',
    });
  });
});
