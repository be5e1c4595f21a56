import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks } from '#sandbox/testing/holder.ts';
import { mintMailKey } from '../auth/mail-keys.ts';
import { rememberSignIn } from '../auth/rate-limits.ts';
import { findAccount } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { sessionOf } from '../auth/testing.ts';
import { listMyBookings } from '../booking/list-my-bookings.ts';
import { database } from '../database.ts';
import { letters } from '../notifications/letters/letters.ts';
import { findRequest, requestByMail } from './account-request.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { findEmailChange, myEmailChange } from './email-change.ts';
import { refuseEmailChange, withdrawEmailChange } from './end-email-changes.ts';
import { requestEmailChange } from './request-email-change.ts';
import { resetPassword } from './reset-password.ts';
import { fromSomewhere, keyFor, makeAccount } from './testing.ts';

const app = useApplication();
const password = 'quite long enough';
const from = () => fromSomewhere().address;

async function somebody(name: string) {
  const email = `${name}@example.org`;
  const userId = await makeAccount(email);
  const session = await sessionOf(userId, 'a desk');
  const account = await findAccount(session);
  if (!account) throw new Error('nobody is signed in');
  return { userId, email, session, actor: account.actor };
}

/** Asks for another address, and answers a key to each mailbox. */
async function asks(person: Awaited<ReturnType<typeof somebody>>, email: string) {
  await requestEmailChange(person.actor, { email, current: password }, from());
  const change = await myEmailChange(person.actor);
  if (!change) throw new Error('nothing was asked for');
  const key = (end: 'old' | 'new') => mintMailKey(database(), `email_change_${end}`, change.id);
  return { id: change.id, old: await key('old'), new: await key('new') };
}

const emailOf = async (userId: string) =>
  (await database().execute<{ email: string }>(sql`select email from users where id = ${userId}`)).rows[0]
    ?.email;
const familiarPlaces = async () =>
  (await database().execute(sql`select from rate_limits where key like 'familiar:%'`)).rowCount;
const lettersTo = async (email: string) =>
  (
    await database().execute<{ kind: string }>(
      sql`select kind from deliveries where recipient = ${email} and kind::text like 'email_change%' order by created_at, id`,
    )
  ).rows.map(({ kind }) => kind);

describe('an account moves to another address', () => {
  test.each([
    ['old', 'new'],
    ['new', 'old'],
  ] as const)('once both mailboxes have said yes, %s first', async (first, second) => {
    const person = await somebody(`moves-${first}`);
    const wanted = `moved-${first}@example.org`;
    const event = await app.eventOnSale(freeTickets);
    const booking = await guestBooks(event);
    await app.asOwner('update bookings set buyer_email = $2 where reference = $1', [
      booking.reference,
      wanted,
    ]);
    await requestByMail('reset_password', person.email, fromSomewhere());
    const reset = await keyFor(person.email, 'reset_password');
    const keys = await asks(person, wanted);
    await rememberSignIn(person.email, from());
    await rememberSignIn('another@example.org', from());
    const familiar = await familiarPlaces();

    expect(await confirmEmailChange(keys[first])).toEqual({ done: false, waitsFor: second });
    expect(await familiarPlaces()).toBe(familiar);
    expect(await emailOf(person.userId)).toBe(person.email);
    await expect(confirmEmailChange(keys[first])).rejects.toMatchObject({ code: 'link_used' });
    expect(await confirmEmailChange(keys[second])).toEqual({ done: true, waitsFor: null });

    expect(await emailOf(person.userId)).toBe(wanted);
    expect(await myEmailChange(person.actor)).toBeNull();
    expect(await findEmailChange(database(), keys[first])).toMatchObject({ state: 'done', end: first });
    expect(await signIn({ email: wanted, password }, from())).toMatchObject({ userId: person.userId });
    await expect(signIn({ email: person.email, password }, from())).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    // The place of the old address is gone, the other one's and the new one's just now are there.
    expect(await familiarPlaces()).toBe(familiar);
    // A way in that waits in the old mailbox is none any more; who was in stays in.
    expect(await findRequest('reset_password', reset)).toMatchObject({ usable: false });
    expect(await findAccount(person.session)).toMatchObject({ email: wanted });
    expect((await listMyBookings(person.actor)).bookings).toMatchObject([
      { at: { booking: booking.reference } },
    ]);
    for (const email of [person.email, wanted])
      expect(await lettersTo(email)).toEqual(['email_change', 'email_changed']);
  });

  test('and both at once move it once', async () => {
    const person = await somebody('at-once');
    const keys = await asks(person, 'at-once-new@example.org');
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => confirmEmailChange(index % 2 ? keys.old : keys.new)),
    );
    const done = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.done] : []));
    expect(done).toHaveLength(2);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await lettersTo('at-once-new@example.org')).toEqual(['email_change', 'email_changed']);
  });
});

test('a reset asked for while an account moves finds no account at the old address', async () => {
  const person = await somebody('leaving');
  const moving = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await moving.connect();
  await moving.query('begin');
  await moving.query(`update users set email = 'gone-on@example.org' where id = $1`, [person.userId]);
  const asking = requestByMail('reset_password', person.email, fromSomewhere());
  // Long enough to ask, if it did not wait.
  await sleep(300);
  await moving.query('commit');
  await moving.end();
  await asking;
  const key = await keyFor(person.email, 'reset_password');
  await expect(resetPassword({ key, password: 'of the old mailbox' })).rejects.toMatchObject({
    code: 'link_used',
  });
});

describe('nothing moves', () => {
  test('without the password, to the same address, or for somebody who asked too often', async () => {
    const person = await somebody('stays');
    const ask = (email: string, current: string, address = from()) =>
      requestEmailChange(person.actor, { email, current }, address);
    await expect(ask('else@example.org', 'not the password')).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    await expect(ask('STAYS@example.org', password)).rejects.toMatchObject({ code: 'same_address' });
    await expect(ask('no address', password)).rejects.toMatchObject({ code: 'invalid_input' });
    const codes: unknown[] = [];
    for (let index = 0; index < 9; index += 1) {
      await ask('else@example.org', `guess ${index}`, '192.0.2.77').catch((error: { code: string }) =>
        codes.push(error.code),
      );
    }
    expect(codes.at(-1)).toBe('too_many_tries');
    expect(await myEmailChange(person.actor)).toBeNull();
  });

  test('to an address that has an account, and only that address hears why', async () => {
    const [person, other] = [await somebody('wants'), await somebody('has')];
    const { id } = await asks(person, other.email);
    const write = (recipient: string) =>
      letters.email_change(database(), { subjectId: id, recipient, locale: 'en' });
    expect((await write(other.email))?.text).toContain('has an account already');
    expect((await write(other.email))?.text).not.toContain('/change-email');
    expect((await write(person.email))?.text).toContain('/change-email?key=');
    expect((await write(person.email))?.text).not.toContain('has an account already');
  });

  test('when the new address gets an account meanwhile', async () => {
    const person = await somebody('slow');
    const keys = await asks(person, 'quick@example.org');
    await confirmEmailChange(keys.old);
    await makeAccount('quick@example.org');
    await expect(confirmEmailChange(keys.new)).rejects.toMatchObject({ code: 'link_used' });
    expect(await emailOf(person.userId)).toBe(person.email);
  });

  test('after one of them said no, it was taken back, replaced, or grew too old', async () => {
    const person = await somebody('changes-mind');
    const refusedKeys = await asks(person, 'one@example.org');
    await refuseEmailChange(refusedKeys.new);
    await expect(refuseEmailChange(refusedKeys.old)).rejects.toMatchObject({ code: 'link_used' });
    const withdrawn = await asks(person, 'two@example.org');
    await withdrawEmailChange(person.actor);
    const replaced = await asks(person, 'three@example.org');
    const last = await asks(person, 'four@example.org');
    for (const keys of [refusedKeys, withdrawn, replaced])
      for (const key of [keys.old, keys.new])
        await expect(confirmEmailChange(key)).rejects.toMatchObject({ code: 'link_used' });
    await app.setClock(24 * 60 + 1);
    try {
      await expect(confirmEmailChange(last.old)).rejects.toMatchObject({ code: 'link_used' });
      expect(await myEmailChange(person.actor)).toBeNull();
    } finally {
      await app.setClock(0);
    }
    expect(await emailOf(person.userId)).toBe(person.email);
    const written = await app.asOwner(
      `select changes::text from audit_log where object_id = $1 and action like 'user.email%'`,
      [person.userId],
    );
    expect(written.length).toBeGreaterThan(4);
    expect(JSON.stringify(written)).not.toContain('example.org');
  });

  test('for somebody who is suspended, or by a key that was never mailed', async () => {
    const person = await somebody('put-out');
    const keys = await asks(person, 'put-out-new@example.org');
    await app.asOwner(`update users set suspended_at = app_now(), suspended_reason = 'x' where id = $1`, [
      person.userId,
    ]);
    await expect(confirmEmailChange(keys.new)).rejects.toMatchObject({ code: 'account_suspended' });
    await expect(confirmEmailChange('nothing')).rejects.toMatchObject({ code: 'link_used' });
    await expect(refuseEmailChange('nothing')).rejects.toMatchObject({ code: 'link_used' });
  });
});
