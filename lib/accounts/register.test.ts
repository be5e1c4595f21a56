import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { signIn } from '../auth/sign-in.ts';
import { requestByMail } from './account-request.ts';
import { confirmRegistration } from './confirm-registration.ts';
import { registerSchema } from './register.schema.ts';
import { register } from './register.ts';
import { fromSomewhere, keyFor, makeAccount } from './testing.ts';

const app = useApplication();

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

const someone = (email: string, more: object = {}) => ({
  name: 'Zoë Ødegård',
  email,
  password: 'quite long enough',
  acceptTerms: true,
  marketingConsent: false,
  ...more,
});

const usersWith = (email: string) => database().select().from(users).where(eq(users.email, email));

describe('register', () => {
  test('makes nothing before the address is confirmed, and then an account in the language of the page', async () => {
    const input = someone('zoe@example.org', { marketingConsent: true });
    const { mark } = await register(input, { ...fromSomewhere('de'), nextPath: '/de/bookings' });
    expect(await usersWith('zoe@example.org')).toEqual([]);
    await expect(signIn(input, '192.0.2.1')).rejects.toMatchObject({ code: 'wrong_credentials' });

    const { userId, nextPath } = await confirmRegistration(
      { key: await keyFor('zoe@example.org', 'register'), password: null },
      mark,
    );
    expect(nextPath).toBe('/de/bookings');
    const [user] = await usersWith('zoe@example.org');
    expect(user).toMatchObject({ id: userId, name: 'Zoë Ødegård', locale: 'de', role: 'attendee' });
    expect(user?.emailVerifiedAt).toBeInstanceOf(Date);
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await signIn(input, '192.0.2.1')).toMatchObject({ userId });

    const entries = await database().select().from(auditLog).where(eq(auditLog.objectId, userId));
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('zoe');
    const { rows } = await database().execute(sql`
      select kind, given, text_version, created_at is not null as dated from consents
      where user_id = ${userId} order by kind`);
    expect(rows).toEqual([
      { kind: 'terms', given: true, text_version: '2026-11-01', dated: true },
      { kind: 'marketing', given: true, text_version: '2026-11-01', dated: true },
    ]);
  });

  test('tells an address that has an account by mail alone, and changes nothing of it', async () => {
    const userId = await makeAccount('known@example.org');
    const other = someone('Known@example.org', { password: 'somebody else’s words' });
    const [known, unknown] = [
      await register(other, fromSomewhere()),
      await register(someone('unknown@example.org'), fromSomewhere()),
    ];
    // What the browser is given is of the same form for both.
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known.mark).toHaveLength(unknown.mark.length);
    const { rows } = await database().execute(sql`
      select recipient, kind from deliveries where recipient in ('known@example.org', 'unknown@example.org')
      order by created_at, id`);
    expect(rows.map(({ kind }) => kind)).toEqual(['registration', 'account_known', 'registration']);
    expect(
      await signIn({ email: 'known@example.org', password: 'quite long enough' }, '192.0.2.9'),
    ).toMatchObject({
      userId,
    });
    // Even somebody who gets hold of a key to such a request gets nothing for it.
    await expect(
      confirmRegistration({ key: await keyFor('known@example.org', 'register'), password: null }, known.mark),
    ).rejects.toMatchObject({
      code: 'link_used',
    });
  });

  test('a key works once, also when it is brought many times at once, and two requests make one account', async () => {
    const email = 'race@example.org';
    await register(someone(email), fromSomewhere());
    const first = await keyFor(email, 'register');
    await register(someone(email, { name: 'Another' }), fromSomewhere());
    const second = await keyFor(email, 'register');
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        confirmRegistration({ key: index % 2 ? first : second, password: 'chosen by its owner' }, null),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(codeOf(one.reason)).toBe('link_used');
    expect(await usersWith(email)).toHaveLength(1);
  });

  test('a key is worth nothing for another purpose, made up, or a day later', async () => {
    await register(someone('late@example.org'), fromSomewhere());
    const key = await keyFor('late@example.org', 'register');
    await expect(confirmRegistration({ key: 'made up', password: null }, null)).rejects.toMatchObject({
      code: 'link_used',
    });
    await app.setClock(24 * 60 + 1);
    await expect(confirmRegistration({ key, password: 'chosen by its owner' }, null)).rejects.toMatchObject({
      code: 'link_used',
    });
    await app.setClock(0);
  });

  test('a stranger’s password opens no account that the owner of the address confirms', async () => {
    const email = 'vera@example.org';
    const asked = await register(someone(email, { password: 'words of a stranger' }), fromSomewhere());
    const strangers = await keyFor(email, 'register');
    const own = await register(someone(email), fromSomewhere());
    expect(asked.mark).not.toBe(own.mark);
    for (const mark of [own.mark, null, 'made up']) {
      const confirming = confirmRegistration({ key: strangers, password: null }, mark);
      await expect(confirming).rejects.toMatchObject({ code: 'invalid_input' });
    }
    const { userId } = await confirmRegistration({ key: strangers, password: 'chosen by vera' }, own.mark);
    await expect(signIn({ email, password: 'words of a stranger' }, '192.0.2.7')).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    expect(await signIn({ email, password: 'chosen by vera' }, '192.0.2.7')).toMatchObject({ userId });
  });

  test('stores no key in clear', async () => {
    await register(someone('hash@example.org'), fromSomewhere());
    const key = await keyFor('hash@example.org', 'register');
    const rows = await app.asOwner('select encode(hash, $1) as hash from mail_keys', ['base64']);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  });

  test('slows down one network', async () => {
    const from = fromSomewhere();
    const codes: unknown[] = [];
    for (let i = 0; i < 21; i += 1) {
      codes.push(await register(someone(`many${i}@example.org`), from).then(() => 'asked', codeOf));
    }
    expect(codes.filter((code) => code === 'asked')).toHaveLength(20);
    expect(codes[20]).toBe('too_many_tries');
  });

  test('one address gets six letters an hour, whoever asks, and nobody is told', async () => {
    for (let i = 0; i < 8; i += 1) await register(someone('inbox@example.org'), fromSomewhere());
    const { rows } = await database().execute(
      sql`select from deliveries where recipient = 'inbox@example.org'`,
    );
    expect(rows).toHaveLength(6);
  });

  test('letters of another kind keep nobody from registering', async () => {
    const email = 'asked-for@example.org';
    for (let i = 0; i < 6; i += 1) await requestByMail('sign_in', email, fromSomewhere());
    await register(someone(email), fromSomewhere());
    const { rows } = await database().execute<{ kind: string }>(
      sql`select kind from deliveries where recipient = ${email}`,
    );
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array<string>(6).fill('account_unknown'),
      'registration',
    ]);
  });

  test('what was booked as a guest is in the account from the start', async () => {
    const { slug } = await app.eventOnSale();
    const states = ['released', 'held', 'paying'];
    await app.asOwner(
      `insert into bookings (reference, secret_hash, organizer_id, event_id, payments_mode, locale, currency, subtotal, fee,
         tax, total, buyer_name, buyer_email, expires_at, status)
       select 'ABCDEFGH1' || n, '\\x00', organizer_id, id, 'sandbox', 'en', 'EUR', 0, 0, 0, 0, 'Zoë', 'Guest@Example.org',
         app_now() + interval '1 hour', state::booking_status
       from events, unnest($2::text[]) with ordinality as states(state, n) where slug = $1`,
      [slug, states],
    );
    const userId = await makeAccount('guest@example.org');
    // What somebody holds just now may be anybody's who typed that address; it is theirs once it is confirmed.
    const rows = await app.asOwner(
      `select status, user_id from bookings where reference like 'ABCDEFGH1_' order by reference`,
    );
    expect(rows).toEqual(
      states.map((status) => ({ status, user_id: status === 'released' ? userId : null })),
    );
  });
});

describe('what registering takes', () => {
  test.each([
    [{ name: '  ' }, 'name', 'name_missing'],
    [{ name: 'x'.repeat(201) }, 'name', 'name_too_long'],
    [{ email: '' }, 'email', 'email_missing'],
    [{ email: 'ada@' }, 'email', 'email_invalid'],
    [{ password: 'short' }, 'password', 'password_too_short'],
    [{ password: 'x'.repeat(201) }, 'password', 'password_too_long'],
    [{ acceptTerms: false }, 'acceptTerms', 'terms_missing'],
  ])('%j is refused', (change, field, message) => {
    const { error } = registerSchema.safeParse(someone('ada@example.org', change));
    expect(error?.issues[0]).toMatchObject({ path: [field], message });
  });

  test.each([{ name: 'X' }, { name: '李小龍' }, { email: ' ada@example.org ' }])('%j is fine', (change) => {
    expect(registerSchema.safeParse(someone('ada@example.org', change)).success).toBe(true);
  });
});
