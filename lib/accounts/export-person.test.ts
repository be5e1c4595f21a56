import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { books, type Somebody, somebody } from '#sandbox/testing/account-holder.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { withRequest } from '../log.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { changePicture } from './change-picture.ts';
import { editProfile } from './edit-profile.ts';
import { type ExportFormat, exportPerson } from './export-person.ts';
import { exportSections } from './export-sections.ts';

const app = useApplication();
const NAME = `Ada <script>alert('Nwosu')</script>`;

let person: Somebody;
/** Codes that are somebody else's now. */
let othersCode: string;

async function read(who: Somebody, format: ExportFormat, locale: 'en' | 'de' = 'en') {
  const file = await exportPerson(who.actor, format, locale);
  let text = '';
  for await (const part of file.parts) text += part;
  return { ...file, text };
}

const parse = (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(text));

/** Somebody of whom there is something in every table. */
beforeAll(async () => {
  person = await somebody();
  const { actor, email } = person;
  const [free, paid] = [await app.eventOnSale(freeTickets), await app.eventOnSale()];
  await withRequest(
    'request',
    () => editProfile(actor, { name: NAME, locale: 'de', timezone: 'Europe/Berlin', marketingConsent: true }),
    '198.51.100.7',
  );
  await books(person, paid);
  await books(person, free, 2);
  const own = { actor, bookingKey: null, ticketKey: null };
  const [ticket] = await app.asOwner<{ id: string; code: string }>(
    `select t.id, t.code from tickets t join bookings b on b.id = t.booking_id
     where b.user_id = $1 and b.total = 0 order by t.position`,
    [actor.userId],
  );
  await offerTicket(ticket?.code ?? '', own, { name: 'Olena', email: 'olena@example.org' }, 'en');
  const taken = await claimTicket(
    await offerKey(ticket?.id ?? ''),
    { kind: 'guest' },
    { name: 'Olena Shevchuk' },
  );
  othersCode = taken.code;
  const giver = await guestBooks(free);
  await offerTicket(giver.tickets[0]?.code ?? '', giver.access, { name: 'Ada', email }, 'en');
  await claimTicket(await offerKey(giver.tickets[0]?.id ?? ''), actor, { name: 'Ada' });
  await changePicture(actor, () =>
    sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
      .png()
      .toBuffer(),
  );
  await app.asOwner(`insert into members (organizer_id, user_id, role) values ($1, $2, 'door')`, [
    free.house.organizerId,
    actor.userId,
  ]);
  await app.asOwner(
    `insert into member_invitations (organizer_id, email, role, locale, expires_at)
     values ($1, $2, 'door', 'en', app_now())`,
    [paid.house.organizerId, email],
  );
  await app.asOwner(
    `insert into email_changes (user_id, old_email, new_email, expires_at) values ($1, $2, 'new@example.org', app_now())`,
    [actor.userId, email],
  );
  await app.asOwner(
    `insert into check_ins (ticket_id, event_id, door) select id, event_id, 'Main door' from tickets
     where holder_user_id = $1`,
    [actor.userId],
  );
  await app.asOwner(
    `insert into stripe_events (id, type, livemode, object_id, payload)
     select 'evt_1', 'payment_intent.succeeded', false, p.stripe_payment_intent_id, '{"card": "visa"}'
     from payments p join bookings b on b.id = p.booking_id where b.user_id = $1`,
    [actor.userId],
  );
});

describe('as JSON', () => {
  test('it says what it is, and every section has something of somebody who did everything', async () => {
    const { text, filename, contentType } = await read(person, 'json');
    const file = parse(text);
    expect(file).toMatchObject({ format: 'foyer-person', version: 1 });
    expect(filename).toMatch(/^foyer-\d{4}-\d\d-\d\d\.json$/);
    expect(contentType).toBe('application/json; charset=utf-8');
    for (const section of Object.keys(exportSections)) {
      expect(file[section], section).toBeInstanceOf(Array);
      expect(file[section], section).not.toEqual([]);
    }
    expect(file).toMatchObject({
      profile: [{ name: NAME, email: person.email, timezone: 'Europe/Berlin', hasPassword: true }],
      memberships: [{ role: 'door' }],
      transfersGiven: [{ toEmail: 'olena@example.org', status: 'claimed' }],
      transfersReceived: [{ fromName: 'Marta Ferreira', status: 'claimed' }],
      stripe: [{ content: { card: 'visa' } }],
    });
    const [, picture = ''] = /"picture":\s*"data:image\/webp;base64,([^"]+)"/.exec(text) ?? [];
    expect(await sharp(Buffer.from(picture, 'base64')).metadata()).toMatchObject({ width: 512, height: 512 });
    expect(file.bookings).toMatchObject([
      { total: 2400, currency: 'EUR', payments: [{ status: 'succeeded', captured: 2400 }] },
      { total: 0, items: [{ quantity: 2 }] },
    ]);
    expect(file.log).toContainEqual(expect.objectContaining({ action: 'user.picture_changed' }));
    expect(file.log).toContainEqual(
      expect.objectContaining({ action: 'user.edited', by: 'self', address: '198.51.100.7' }),
    );
  });

  test('what is somebody else’s is not in it, nor anything that opens a door of theirs', async () => {
    const { text } = await read(person, 'json');
    expect(text).not.toContain(othersCode);
    const stranger = await somebody();
    const theirs = await read(stranger, 'json');
    expect(theirs.text).not.toContain(person.email);
    const [user] = await app.asOwner<{ password_hash: string }>(
      'select password_hash from users where id = $1',
      [person.actor.userId],
    );
    expect(text).not.toContain(user?.password_hash);
  });

  test('what was booked as a guest with the same address is in it', async () => {
    const guest = await somebody();
    await books(guest, await app.eventOnSale(freeTickets));
    await app.asOwner('update bookings set user_id = null where user_id = $1', [guest.actor.userId]);
    const file = parse((await read(guest, 'json')).text);
    expect(file.bookings).toHaveLength(1);
  });
});

describe('to read', () => {
  test('it stands by itself, in both languages, and nothing that was typed becomes markup', async () => {
    const { text } = await read(person, 'html', 'de');
    expect(text).toContain('<html lang="de"');
    expect(text).toContain('Ihre Daten bei Foyer');
    expect(text).toContain('Ada &lt;script&gt;alert(&#39;Nwosu&#39;)&lt;/script&gt;');
    expect(text).not.toMatch(/<script|<link|src="http|url\(/);
    expect(text).toContain('24,00\u00a0€');
    expect(text).toContain('Profil geändert');
    expect(text).toMatch(new RegExp(`\\b${new Date().getFullYear()}\\b, \\d\\d:\\d\\d`));
    expect((await read(person, 'html')).text).toContain('Your data at Foyer');
  });

  test('says states, changes and settings in words, and orders fields as somebody would tell them', async () => {
    const { text } = await read(person, 'html', 'de');
    const values = [...text.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, value = '']) => value);
    const names = await app.asOwner<{ name: string }>('select distinct enumlabel as name from pg_enum');
    const raw = new Set(names.map(({ name }) => name));
    expect(values.filter((value) => raw.has(value))).toEqual([]);
    expect(values).toEqual(
      expect.arrayContaining(['Deutsch', 'bezahlt', 'Spielgeld', 'Ihr Ticket', 'Sie', 'Person']),
    );
    expect(text).toContain('Name: Ada Nwosu → Ada &lt;script&gt;');
    expect(text).toMatch(/Zeitzone: \S+ → Europe\/Berlin \(MES?Z\)/);
    const [, profile = ''] = /<article>(.*?)<\/article>/s.exec(text) ?? [];
    const labels = [...profile.matchAll(/<dt>([^<]+)/g)].map(([, label]) => label);
    expect(labels.slice(0, 4)).toEqual(['Name', 'E-Mail', 'Sprache', 'Zeitzone']);
  });

  test('every field and every section has words', async () => {
    const { text } = await read(person, 'html');
    const labels = [...text.matchAll(/<(?:dt|h2|h3)>([^<]+)</g)].map(([, label]) => label ?? '');
    expect(labels.filter((label) => /^[a-z]/.test(label))).toEqual([]);
  });
});

test('it is in the log, and cannot be had without end', async () => {
  const eager = await somebody();
  for (let count = 0; count < 10; count += 1) await read(eager, 'json');
  await expect(read(eager, 'json')).rejects.toMatchObject({ code: 'too_many_tries' });
  const entries = await app.asOwner(
    `select from audit_log where action = 'user.exported' and actor_user_id = $1`,
    [eager.actor.userId],
  );
  expect(entries).toHaveLength(10);
});

describe('a decision for every table', () => {
  const decided = () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const list = /<!-- decisions: [^>]*-->(.*?)<!-- \/decisions -->/s.exec(readme)?.[1] ?? '';
    return new Map(
      [...list.matchAll(/^\| `(\w+)` \| ([^|]+) \| ([^|]*) \|/gm)].map(
        ([, table = '', sections = '', why = '']) => [
          table,
          {
            sections: sections.trim() === 'no' ? [] : sections.split(',').map((one) => one.trim()),
            why: why.trim(),
          },
        ],
      ),
    );
  };

  /** Tables that lead to a person: by a foreign key, or by an address or a name that stands in them. */
  const referring = async () => {
    const rows = await app.asOwner<{ table: string }>(`
      select distinct c.conrelid::regclass::text as table from pg_constraint c
      where c.contype = 'f' and c.confrelid in ('users'::regclass, 'bookings'::regclass, 'tickets'::regclass)
      union
      select distinct table_name from information_schema.columns
      where table_schema = 'public' and (udt_name = 'citext' or column_name ~ '(e_?mail|recipient|address|person|user_id)')
        and table_name not in ('promo_codes')`);
    return rows.map((row) => row.table);
  };
  const tables = async () =>
    (
      await app.asOwner<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      )
    ).map(({ name }) => name);

  test('is in the README, and names sections that there are', async () => {
    const decisions = decided();
    expect([...decisions.keys()].toSorted()).toEqual((await tables()).toSorted());
    const named = new Set([...decisions.values()].flatMap(({ sections }) => sections));
    expect([...named].toSorted()).toEqual(Object.keys(exportSections).toSorted());
    for (const [table, { sections, why }] of decisions)
      if (sections.length === 0) expect(why, `${table} is left out without a reason`).not.toBe('');
    for (const table of await referring())
      expect(decisions.get(table)?.why ?? '', `${table} leads to people`).not.toBe('about nobody');
  });

  test('is missed for a new table, and for one that nobody was in before', async () => {
    await app.asOwner('create table followers (user_id uuid references users)');
    expect(await tables()).toContain('followers');
    expect(decided().has('followers')).toBe(false);
    expect(await referring()).toContain('followers');
    await app.asOwner('drop table followers');
  });
});
