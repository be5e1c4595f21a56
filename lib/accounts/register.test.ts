import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { registerSchema } from './register.schema.ts';
import { register } from './register.ts';

useApplication();

const from = (address: string) => ({ address, locale: 'de' });

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

describe('register', () => {
  test('makes an account in the language of the page, and writes it down without a name', async () => {
    const input = { name: 'Zoë Ødegård', email: 'zoe@example.org', password: 'quite long enough' };
    const { userId } = await register(input, from('192.0.2.1'));
    const [user] = await database().select().from(users).where(eq(users.id, userId));
    expect(user).toMatchObject({
      name: 'Zoë Ødegård',
      email: 'zoe@example.org',
      locale: 'de',
      role: 'attendee',
    });
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
    const entries = await database().select().from(auditLog).where(eq(auditLog.objectId, userId));
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('zoe');
  });

  test('raced with itself makes one account, and both get it', async () => {
    const input = { name: 'Ada', email: 'race@example.org', password: 'quite long enough' };
    const both = await Promise.all([register(input, from('192.0.2.2')), register(input, from('192.0.2.2'))]);
    expect(both[0]).toEqual(both[1]);
    expect(await database().select().from(users).where(eq(users.email, 'race@example.org'))).toHaveLength(1);
  });

  test('raced by somebody else makes one account, and the other is told', async () => {
    const input = (password: string) => ({ name: 'Ada', email: 'Duel@example.org', password });
    const results = await Promise.allSettled([
      register(input('quite long enough'), from('192.0.2.3')),
      register({ ...input('another long one'), email: 'duel@EXAMPLE.org' }, from('192.0.2.4')),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const [lost] = results.filter((result) => result.status === 'rejected');
    expect(codeOf(lost?.reason)).toBe('email_taken');
    expect(await database().select().from(users).where(eq(users.email, 'duel@example.org'))).toHaveLength(1);
  });

  test('is no way around the limit on guesses', async () => {
    const input = (password: string) => ({ name: 'Ada', email: 'guess@example.org', password });
    await register(input('quite long enough'), from('192.0.2.5'));
    const codes: unknown[] = [];
    for (let i = 0; i < 9; i += 1) {
      codes.push(await register(input(`guess number ${i}`), from('192.0.2.6')).catch(codeOf));
    }
    expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'email_taken'));
    expect(codes[8]).toBe('too_many_tries');
  });

  test('slows down one network', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 21; i += 1) {
      const input = { name: 'Ada', email: `many${i}@example.org`, password: 'quite long enough' };
      codes.push(await register(input, from('192.0.2.7')).then(() => 'made', codeOf));
    }
    expect(codes.filter((code) => code === 'made')).toHaveLength(20);
    expect(codes[20]).toBe('too_many_tries');
  });
});

describe('what registering takes', () => {
  const good = { name: 'Ada', email: 'ada@example.org', password: 'quite long enough' };
  test.each([
    [{ name: '  ' }, 'name', 'name_missing'],
    [{ name: 'x'.repeat(201) }, 'name', 'name_too_long'],
    [{ email: '' }, 'email', 'email_missing'],
    [{ email: 'ada@' }, 'email', 'email_invalid'],
    [{ password: 'short' }, 'password', 'password_too_short'],
    [{ password: 'x'.repeat(201) }, 'password', 'password_too_long'],
  ])('%j is refused', (change, field, message) => {
    const { error } = registerSchema.safeParse({ ...good, ...change });
    expect(error?.issues[0]).toMatchObject({ path: [field], message });
  });

  test.each([{ name: 'X' }, { name: '李小龍' }, { email: ' ada@example.org ' }])('%j is fine', (change) => {
    expect(registerSchema.safeParse({ ...good, ...change }).success).toBe(true);
  });
});
