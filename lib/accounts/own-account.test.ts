import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { findAccount } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { sessionOf } from '../auth/testing.ts';
import { changePassword } from './change-password.ts';
import { editProfile, readProfile } from './edit-profile.ts';
import { endMySessions, listMySessions } from './my-sessions.ts';
import { makeAccount } from './testing.ts';

const app = useApplication();

/** Somebody with an account, on one device more than this one. */
async function somebody(email: string) {
  const userId = await makeAccount(email);
  const here = await sessionOf(userId, 'Mozilla/5.0 (X11; Linux) Firefox/140.0');
  const there = await sessionOf(userId, 'Mozilla/5.0 (iPhone) Safari/605');
  const account = await findAccount(here);
  if (!account) throw new Error('nobody is signed in');
  return { userId, actor: account.actor, here, there };
}

test('a profile is changed, its words at once, and consent is added to what was said before', async () => {
  const { userId, actor, here } = await somebody('profile@example.org');
  const input = { name: '李小龍', locale: 'de' as const, timezone: 'Asia/Tokyo', marketingConsent: true };
  expect(await editProfile(actor, input)).toEqual({ changed: true });
  expect(await editProfile(actor, input)).toEqual({ changed: false });
  expect(await findAccount(here)).toMatchObject({ name: '李小龍', locale: 'de', timezone: 'Asia/Tokyo' });
  expect(await readProfile(actor)).toMatchObject({ hasPassword: true, marketing: { given: true } });
  await editProfile(actor, { ...input, marketingConsent: false });
  const said = await app.asOwner(
    `select given from consents where user_id = $1 and kind = 'marketing' order by created_at, id`,
    [userId],
  );
  expect(said).toEqual([{ given: false }, { given: true }, { given: false }]);
  const entries = await app.asOwner(`select changes::text from audit_log where actor_user_id = $1`, [userId]);
  expect(JSON.stringify(entries)).not.toContain('李小龍');
  await expect(editProfile(actor, { ...input, timezone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('a name can be changed ten times a day, the rest as often as somebody likes, and others are not counted', async () => {
  const [{ actor }, other] = [await somebody('names@example.org'), await somebody('no-names@example.org')];
  const called = (name: string, changes = {}, who = actor) =>
    editProfile(who, { name, locale: 'en', timezone: '', marketingConsent: false, ...changes });
  for (let times = 1; times <= 10; times += 1) {
    expect(await called(`Ada the ${times}th`)).toEqual({ changed: true });
  }
  await expect(called('Ada once more')).rejects.toMatchObject({ code: 'too_many_tries' });
  expect(await readProfile(actor)).toMatchObject({ name: 'Ada the 10th' });
  expect(await called('Ada the 10th', { locale: 'de' })).toEqual({ changed: true });
  expect(await called('Ada once more', {}, other.actor)).toEqual({ changed: true });
});

test('a new password takes the old one, ends every other device, and keeps this one', async () => {
  const email = 'change@example.org';
  const { userId, actor, here, there } = await somebody(email);
  const wanted = { current: 'quite long enough', password: 'some other words' };
  await expect(
    changePassword(actor, { ...wanted, current: 'not it at all' }, '192.0.2.30'),
  ).rejects.toMatchObject({ code: 'wrong_credentials' });
  expect(await findAccount(there)).not.toBeNull();
  await changePassword(actor, wanted, '192.0.2.30');
  expect(await findAccount(there)).toBeNull();
  expect(await findAccount(here)).not.toBeNull();
  expect(await signIn({ email, password: 'some other words' }, '192.0.2.31')).toMatchObject({ userId });
  const letters = await app.asOwner(
    `select kind from deliveries where recipient = $1 and kind = 'password_changed'`,
    [email],
  );
  expect(letters).toHaveLength(1);
});

test('two who change it at once do not both win', async () => {
  const { actor } = await somebody('both@example.org');
  const tries = await Promise.allSettled(
    ['first new words', 'second new words'].map((password) =>
      changePassword(actor, { current: 'quite long enough', password }, '192.0.2.32'),
    ),
  );
  expect(tries.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'fulfilled',
    'rejected',
  ]);
});

test('guessing the old one is slowed down as signing in is', async () => {
  const { actor } = await somebody('guessed@example.org');
  const codes: unknown[] = [];
  for (let index = 0; index < 9; index += 1) {
    await changePassword(
      actor,
      { current: `guess ${index}`, password: 'some other words' },
      '192.0.2.33',
    ).catch((error: unknown) => codes.push(error instanceof Error && 'code' in error ? error.code : error));
  }
  expect(codes.at(-1)).toBe('too_many_tries');
});

test('devices are listed, this one first, and ended one by one or all at once, but nobody else’s', async () => {
  const { actor, here, there } = await somebody('devices@example.org');
  const other = await somebody('other-devices@example.org');
  expect((await listMySessions(actor)).map(({ id, current }) => [id, current])).toEqual([
    [here.sessionId, true],
    [there.sessionId, false],
  ]);
  expect(await endMySessions(actor, other.there.sessionId)).toBe(0);
  expect(await findAccount(other.there)).not.toBeNull();
  expect(await endMySessions(actor, there.sessionId)).toBe(1);
  expect(await findAccount(there)).toBeNull();
  expect(await endMySessions(other.actor, null)).toBe(1);
  expect(await findAccount(other.here)).not.toBeNull();
  expect(await findAccount(other.there)).toBeNull();
});

test('a device was last seen when it last asked, to within some minutes', async () => {
  const { actor, there } = await somebody('seen@example.org');
  const seen = async () =>
    (await listMySessions(actor)).find(({ id }) => id === there.sessionId)?.lastSeenAt.getTime() ?? 0;
  const first = await seen();
  await findAccount(there);
  expect(await seen()).toBe(first);
  await app.setClock(6);
  await findAccount(there);
  expect(await seen()).toBeGreaterThan(first + 5 * 60_000);
  await app.setClock(0);
});
