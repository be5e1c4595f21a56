import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import { database, pool } from '../database.ts';
import { enqueueLetter } from './enqueue-letter.ts';

const mails = useMailRoom();

/** Somebody has asked for a link to choose a new password. */
async function askFor(email: string, locale = 'en'): Promise<string> {
  const { rows } = await database().execute<{ id: string }>(sql`
    with person as (
      insert into users (email, name) values (${email}, '<b>Zoë</b>') returning id)
    insert into account_requests (kind, email, user_id, locale, expires_at)
    select 'reset_password', ${email}, id, ${locale}, app_now() + interval '60 minutes' from person returning id`);
  const id = rows[0]?.id ?? '';
  await enqueueLetter(database(), { kind: 'password_reset', subjectId: id, recipient: email, locale });
  return id;
}

const keyIn = (text = '') => /\/reset-password\?key=([\w-]+)/.exec(text)?.[1] ?? '';

test('brings a key that opens what it was asked for, and keeps neither key nor words', async () => {
  const id = await askFor('zoe@mail.example', 'de');
  expect(await mails.run()).toEqual({ sent: 1, failed: 0 });
  const [letter] = await mails.inbox();
  expect(letter?.to).toEqual(['zoe@mail.example']);
  expect(letter?.replyTo).toEqual([]);
  expect(letter?.subject).toBe('Ein neues Passwort wählen');
  expect(letter?.html).toContain('&lt;b&gt;Zoë');
  expect(letter?.text).toContain('https://foyer.example/de/reset-password?key=');
  expect(letter?.text).toContain('eine Stunde');
  const key = keyIn(letter?.text);
  expect(keyIn(letter?.html)).toBe(key);
  expect(await openMailKey(database(), 'account_request', key)).toBe(id);
  expect(await openMailKey(database(), 'invitation', key)).toBeNull();
  const { rows } = await database().execute(sql`
    select status, subject, html, text from deliveries where subject_id = ${id}`);
  expect(rows).toEqual([{ status: 'sent', subject: null, html: null, text: null }]);
});

test('is asked for once for a subject, and not written when there is nothing to say any more', async () => {
  const id = await askFor('twice@mail.example');
  await enqueueLetter(database(), {
    kind: 'password_reset',
    subjectId: id,
    recipient: 'twice@mail.example',
    locale: 'en',
  });
  await database().execute(sql`update account_requests set used_at = app_now() where id = ${id}`);
  expect(await mails.run()).toEqual({ sent: 0, failed: 0 });
  expect(await mails.inbox()).toEqual([]);
  const { rows } = await database().execute(sql`select from deliveries where subject_id = ${id}`);
  expect(rows).toEqual([]);
});

test('a try that died is followed by another letter, and both keys lead to the same', async () => {
  const id = await askFor('again@mail.example');
  await mails.run();
  // As if the process had died between Resend's answer and our note of it.
  await database().execute(sql`
    update deliveries set status = 'pending', sent_at = null where subject_id = ${id}`);
  expect(await mails.run()).toEqual({ sent: 1, failed: 0 });
  const keys = (await mails.inbox()).map(({ text }) => keyIn(text));
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) expect(await openMailKey(database(), 'account_request', key)).toBe(id);
});

test('tickets go first, and a letter is never part of a batch', async () => {
  const id = await askFor('patient@mail.example');
  for (let index = 0; index < 25; index += 1) await mails.makeBooking({});
  expect(await mails.run()).toEqual({ sent: 26, failed: 0 });
  const inbox = await mails.inbox();
  expect(inbox.filter(({ batch }) => batch)).toHaveLength(25);
  const { rows } = await database().execute<{ last: boolean }>(sql`
    select sent_at = (select max(sent_at) from deliveries) as last from deliveries where subject_id = ${id}`);
  expect(rows).toEqual([{ last: true }]);
});

test('waits when its connection dies while it is written, and goes out afterwards', async () => {
  await askFor('cut-off@mail.example');
  const other = await pool().connect();
  await other.query('begin');
  // Its key cannot be stored meanwhile.
  await other.query('lock table mail_keys in share mode');
  const cutOff = mails.run().then(
    () => 'ended',
    () => 'threw',
  );
  const cut = async () => {
    // By a third connection: inside a transaction the list of activities stands still.
    const { rowCount } = await pool().query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where wait_event_type = 'Lock' and datname = current_database()`,
    );
    return rowCount;
  };
  await vi.waitUntil(cut, { timeout: 10_000 });
  await other.query('rollback');
  other.release();
  expect(await cutOff).toBe('threw');
  expect(await mails.run()).toEqual({ sent: 1, failed: 0 });
  expect((await mails.inbox())[0]?.to).toEqual(['cut-off@mail.example']);
});
