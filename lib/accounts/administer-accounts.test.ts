import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import type { UserActor } from '../auth/actor.ts';
import { findAccount } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { anAdmin, codeOf, outsiders, sessionOf } from '../auth/testing.ts';
import { buildHouse } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { changeAccountRole } from './change-account-role.ts';
import { liftAccountSuspension } from './lift-account-suspension.ts';
import { signOutAccount } from './sign-out-account.ts';
import { suspendAccount } from './suspend-account.ts';
import { makeAccount } from './testing.ts';

const app = useApplication();
const REASON = { reason: 'Sells tickets that are not theirs.' };

const log = async (userId: string) =>
  app.asOwner(
    `select l.action, l.changes, d.person_id = l.object_id::uuid as "theirs", d.changes -> 'reason' ->> 1 as reason
     from audit_log l join audit_details d on d.audit_id = l.id
     where l.object_id::text = $1 and d.changes ? 'reason' order by l.id`,
    [userId],
  );

/** Exactly these are the admins who can act. */
async function admins(count: number): Promise<UserActor[]> {
  await app.asOwner(`update users set role = 'attendee' where role = 'admin'`, []);
  return Promise.all(Array.from({ length: count }, () => anAdmin(database())));
}

const adminsLeft = async () => {
  const rows = await app.asOwner(
    `select id from users where role = 'admin' and suspended_at is null order by id`,
    [],
  );
  return rows.length;
};

const demote = (actor: UserActor, { userId }: UserActor) =>
  changeAccountRole(database(), actor, userId, { ...REASON, role: 'attendee' });
const suspend = (actor: UserActor, { userId }: UserActor) =>
  suspendAccount(database(), actor, userId, REASON);

test('a role acts at the next request, and is written down with its reason', async () => {
  const [admin] = await admins(1);
  if (!admin) throw new Error('no admin');
  const userId = await makeAccount('role@example.org');
  const session = await sessionOf(userId, null);
  const set = (role: 'attendee' | 'admin') =>
    changeAccountRole(database(), admin, userId, { ...REASON, role });
  expect(await set('admin')).toEqual({ changed: true });
  expect(await set('admin')).toEqual({ changed: false });
  expect((await findAccount(session))?.actor.role).toBe('admin');
  expect(await set('attendee')).toEqual({ changed: true });
  expect((await findAccount(session))?.actor.role).toBe('attendee');
  expect(await log(userId)).toEqual([
    { action: 'user.role_changed', changes: { role: ['attendee', 'admin'] }, theirs: true, ...REASON },
    { action: 'user.role_changed', changes: { role: ['admin', 'attendee'] }, theirs: true, ...REASON },
  ]);
});

test('a suspended person is out at the next request, and back only by signing in again', async () => {
  const admin = await anAdmin(database());
  const email = 'suspended@example.org';
  const userId = await makeAccount(email);
  const session = await sessionOf(userId, null);
  expect(await suspendAccount(database(), admin, userId, REASON)).toEqual({ changed: true });
  expect(await suspendAccount(database(), admin, userId, { reason: 'Another.' })).toEqual({ changed: false });
  expect(await findAccount(session)).toBeNull();
  const enter = () => signIn({ email, password: 'quite long enough' }, '192.0.2.41');
  expect(await codeOf(enter())).not.toBe('done');
  expect(await liftAccountSuspension(database(), admin, userId, REASON)).toEqual({ changed: true });
  expect(await liftAccountSuspension(database(), admin, userId, REASON)).toEqual({ changed: false });
  expect(await findAccount(session)).toBeNull();
  expect(await enter()).toMatchObject({ userId });
  expect(await log(userId)).toMatchObject([
    { action: 'user.suspended', theirs: true, ...REASON },
    { action: 'user.suspension_lifted', theirs: true, ...REASON },
  ]);
});

test('signing somebody out ends every device, and leaves the account as it was', async () => {
  const admin = await anAdmin(database());
  const userId = await makeAccount('devices@example.org');
  const devices = [await sessionOf(userId, 'one'), await sessionOf(userId, 'two')];
  expect(await signOutAccount(database(), admin, userId, REASON)).toEqual({ ended: 2 });
  expect(await signOutAccount(database(), admin, userId, REASON)).toEqual({ ended: 0 });
  for (const device of devices) expect(await findAccount(device)).toBeNull();
  expect(await findAccount(await sessionOf(userId, 'three'))).not.toBeNull();
  expect(await log(userId)).toMatchObject([{ action: 'user.sessions_ended', changes: { sessions: [2, 0] } }]);
});

describe('somebody always administers', () => {
  test.each([
    ['lose the role', demote],
    ['be suspended', suspend],
  ])('the last admin cannot %s', async (_, take) => {
    const [admin] = await admins(1);
    if (!admin) throw new Error('no admin');
    expect(await codeOf(take(admin, admin))).toBe('last_admin');
    const other = await anAdmin(database());
    expect(await codeOf(take(admin, other))).toBe('done');
    expect(await codeOf(take(admin, admin))).toBe('last_admin');
    expect(await adminsLeft()).toBe(1);
  });

  test.each([
    ['take each other’s role', demote, demote],
    ['suspend each other', suspend, suspend],
    ['do the one and the other', demote, suspend],
  ])('two who %s at once: one remains, and the other’s deed is refused', async (_, one, two) => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b] = await admins(2);
      if (!a || !b) throw new Error('no admins');
      const answers = await Promise.all([codeOf(one(a, b)), codeOf(two(b, a))]);
      expect(new Set(answers)).toEqual(new Set(['done', 'not_found']));
      expect(await adminsLeft()).toBe(1);
    }
  });

  test('two who step down at once: one may', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pair = await admins(2);
      const answers = await Promise.all(pair.map((admin) => codeOf(demote(admin, admin))));
      expect(new Set(answers)).toEqual(new Set(['done', 'last_admin']));
      expect(await adminsLeft()).toBe(1);
    }
  });
});

test('none of it is for anybody but admins', async () => {
  const { organizerId } = await buildHouse(database());
  const { userId } = await anAdmin(database());
  for (const [name, actor, told] of await outsiders(database(), organizerId)) {
    const tries = [
      changeAccountRole(database(), actor, userId, { ...REASON, role: 'attendee' }),
      suspendAccount(database(), actor, userId, REASON),
      liftAccountSuspension(database(), actor, userId, REASON),
      signOutAccount(database(), actor, userId, REASON),
    ];
    for (const one of tries) expect(await codeOf(one), name).toBe(told);
  }
});

test('each asks for a reason, and for somebody who is there', async () => {
  const admin = await anAdmin(database());
  const nobody = '01890000-0000-7000-8000-000000000000';
  expect(await codeOf(suspendAccount(database(), admin, admin.userId, { reason: ' ' }))).toBe(
    'invalid_input',
  );
  expect(await codeOf(signOutAccount(database(), admin, admin.userId, { reason: '' }))).toBe('invalid_input');
  expect(await codeOf(suspendAccount(database(), admin, nobody, REASON))).toBe('not_found');
});

test('a sign-in that was past its password when somebody is shut out leaves no session for later', async () => {
  const userId = await makeAccount('raced-in@example.org');
  const shuttingOut = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await shuttingOut.connect();
  await shuttingOut.query('begin');
  await shuttingOut.query('update users set suspended_at = app_now() where id = $1', [userId]);
  const entering = codeOf(sessionOf(userId, 'a phone'));
  // Long enough to get in, if it did not wait.
  await sleep(300);
  await shuttingOut.query('commit');
  await shuttingOut.end();
  expect(await entering).toBe('account_suspended');
  await liftAccountSuspension(database(), await anAdmin(database()), userId, REASON);
  expect(await sessionsOf(userId)).toEqual([]);
});

const sessionsOf = async (userId: string) =>
  (await database().execute(sql`select id from sessions where user_id = ${userId} and revoked_at is null`))
    .rows;
