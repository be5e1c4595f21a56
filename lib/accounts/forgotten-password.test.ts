import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { findAccount } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { sessionOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { findRequest, requestByMail } from './account-request.ts';
import { redeemSignInLink } from './redeem-sign-in-link.ts';
import { resetPassword } from './reset-password.ts';
import { fromSomewhere, keyFor, makeAccount } from './testing.ts';

const app = useApplication();

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);
const lettersTo = async (email: string) => {
  const { rows } = await database().execute<{ kind: string }>(sql`
    select kind from deliveries where recipient = ${email} and kind <> 'registration' order by created_at, id`);
  return rows.map(({ kind }) => kind);
};

test('a forgotten password is replaced, every session ends, and its owner hears of it', async () => {
  const email = 'forgetful@example.org';
  const userId = await makeAccount(email);
  const session = await sessionOf(userId, 'a phone');
  expect(await findAccount(session)).not.toBeNull();

  await requestByMail('reset_password', email, fromSomewhere('de'));
  const key = await keyFor(email, 'reset_password');
  expect(await findRequest('reset_password', key)).toEqual({ email, usable: true });
  expect(await resetPassword({ key, password: 'another four words' })).toMatchObject({ userId });

  expect(await findAccount(session)).toBeNull();
  expect(await lettersTo(email)).toEqual(['password_reset', 'password_changed']);
  await expect(signIn({ email, password: 'quite long enough' }, '192.0.2.1')).rejects.toMatchObject({
    code: 'wrong_credentials',
  });
  expect(await signIn({ email, password: 'another four words' }, '192.0.2.1')).toMatchObject({ userId });
  expect(await findRequest('reset_password', key)).toEqual({ email, usable: false });
  expect(await findRequest('sign_in', key)).toBeNull();
  await expect(resetPassword({ key, password: 'and yet another one' })).rejects.toMatchObject({
    code: 'link_used',
  });
});

test('a raced key changes the password once, whatever each wanted', async () => {
  const email = 'raced@example.org';
  await makeAccount(email);
  await requestByMail('reset_password', email, fromSomewhere());
  const key = await keyFor(email, 'reset_password');
  const passwords = Array.from({ length: 8 }, (_, index) => `the words of number ${index}`);
  const tries = await Promise.allSettled(passwords.map((password) => resetPassword({ key, password })));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) if (one.status === 'rejected') expect(codeOf(one.reason)).toBe('link_used');
  const works: string[] = [];
  for (const [index, password] of passwords.entries()) {
    await signIn({ email, password }, `192.0.2.${index + 1}`).then(
      () => works.push(password),
      () => undefined,
    );
  }
  expect(works).toEqual(passwords.filter((_, index) => tries[index]?.status === 'fulfilled'));
});

test('a link lets somebody in once, for twenty minutes, and into no account that is suspended', async () => {
  const email = 'linked@example.org';
  const userId = await makeAccount(email);
  const ask = async () => {
    await requestByMail('sign_in', email, { ...fromSomewhere(), nextPath: '/bookings' });
    return keyFor(email, 'sign_in');
  };
  const key = await ask();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => redeemSignInLink(key)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(tries.find(({ status }) => status === 'fulfilled')).toMatchObject({
    value: { userId, nextPath: '/bookings' },
  });
  // Good for logging in, not for the password.
  const another = await ask();
  await expect(resetPassword({ key: another, password: 'quite long enough' })).rejects.toMatchObject({
    code: 'link_used',
  });
  await app.setClock(21);
  await expect(redeemSignInLink(another)).rejects.toMatchObject({ code: 'link_used' });
  await app.setClock(0);
  const last = await ask();
  await app.asOwner('update users set suspended_at = app_now() where id = $1', [userId]);
  await expect(redeemSignInLink(last)).rejects.toMatchObject({ code: 'account_suspended' });
});

test('an unknown address gets a letter that says so, and the same answer', async () => {
  for (const kind of ['sign_in', 'reset_password'] as const) {
    const { requestId, ...more } = await requestByMail(kind, 'nobody@example.org', fromSomewhere());
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(more).toEqual({});
  }
  expect(await lettersTo('nobody@example.org')).toEqual(['account_unknown', 'account_unknown']);
  const key = await keyFor('nobody@example.org', 'sign_in');
  await expect(redeemSignInLink(key)).rejects.toMatchObject({ code: 'link_used' });
});
