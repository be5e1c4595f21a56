import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { openMailKey } from '../../auth/mail-keys.ts';
import { database } from '../../database.ts';
import { enqueueLetter } from '../enqueue-letter.ts';

const mails = useMailRoom();

/** Somebody was invited; `from` is who has an account, null when nobody has any more. */
async function invite(email: string, from: string | null, locale = 'en'): Promise<string> {
  const { rows } = await database().execute<{ id: string }>(sql`
    with sender as (
      insert into users (email, name) select ${`from-${email}`}, ${from} where ${from}::text is not null returning id)
    insert into member_invitations (organizer_id, email, role, locale, invited_by, expires_at)
    select o.id, ${email}, 'box_office', ${locale}, (select id from sender), app_now() + interval '7 days'
    from organizers o limit 1 returning id`);
  const id = rows[0]?.id ?? '';
  await enqueueLetter(database(), { kind: 'invitation', subjectId: id, recipient: email, locale });
  return id;
}

test('says who invites to what and as what, and brings a key that leads to it', async () => {
  const id = await invite('lou@mail.example', '<b>Rita</b>');
  expect(await mails.run()).toEqual({ sent: 1, failed: 0 });
  const [letter] = await mails.inbox();
  expect(letter).toMatchObject({
    to: ['lou@mail.example'],
    replyTo: ['from-lou@mail.example'],
    subject: 'You are invited to Maré Baixa',
  });
  expect(letter?.text).toContain('<b>Rita</b> invites you to join Maré Baixa on Foyer, for the box office.');
  expect(letter?.html).toContain('&lt;b&gt;Rita');
  const key = /https:\/\/foyer\.example\/invitation\?key=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
  expect(await openMailKey(database(), 'invitation', key)).toBe(id);
});

test('speaks the language of whoever gets it, and names nobody who is gone', async () => {
  await invite('jule@mail.example', null, 'de');
  await mails.run();
  const [letter] = await mails.inbox();
  expect(letter?.subject).toBe('Einladung zu Maré Baixa');
  expect(letter?.replyTo).toEqual(['ola@mare.example']);
  expect(letter?.text).toContain('Sie sind zu Maré Baixa auf Foyer eingeladen, für die Kasse.');
  expect(letter?.text).toContain('https://foyer.example/de/invitation?key=');
});

test.each([
  ['withdrawn', sql`ended_at = app_now()`],
  ['accepted', sql`accepted_at = app_now()`],
  ['run out', sql`expires_at = app_now()`],
])('one that was %s before it went out is not sent', async (_, change) => {
  const id = await invite(`${crypto.randomUUID()}@mail.example`, 'Rita');
  await database().execute(sql`update member_invitations set ${change} where id = ${id}`);
  expect(await mails.run()).toEqual({ sent: 0, failed: 0 });
  expect(await mails.inbox()).toEqual([]);
});
