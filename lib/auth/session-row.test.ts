import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { members, organizers, sessions, users } from '#db/schema/index.ts';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { openSession, sealSession, sessionCookie } from './session-cookie.ts';
import { findAccount, revokeSession, type SessionIds } from './session-row.ts';
import { sessionOf } from './testing.ts';

const app = useApplication();

async function addUser(email: string): Promise<string> {
  const [row] = await database()
    .insert(users)
    .values({ email, name: 'Ada Example' })
    .returning({ id: users.id });
  if (!row) throw new Error('no user');
  return row.id;
}

describe('a session', () => {
  let ids: SessionIds;
  let organizerId: string;
  let serial = 0;

  beforeAll(async () => {
    const [row] = await database()
      .insert(organizers)
      .values({ slug: 'ours', name: 'Ours', email: 'box@ours.example', country: 'DE' })
      .returning({ id: organizers.id });
    organizerId = row?.id ?? '';
  });

  beforeEach(async () => {
    serial += 1;
    const userId = await addUser(`ada${serial}@example.org`);
    await database().insert(members).values({ organizerId, userId, role: 'manager' });
    ids = await sessionOf(userId, 'a browser');
  });

  test('tells who it is, with roles and organizers', async () => {
    expect(await findAccount(ids)).toEqual({
      actor: {
        kind: 'user',
        userId: ids.userId,
        role: 'attendee',
        sessionId: ids.sessionId,
        memberships: [{ organizerId, role: 'manager', suspended: false }],
      },
      name: 'Ada Example',
      email: `ada${serial}@example.org`,
      locale: 'en',
      timezone: null,
      picture: null,
      organizers: [{ id: organizerId, slug: 'ours', name: 'Ours', role: 'manager', suspended: false }],
    });
  });

  test('a new role and a lost membership act at the next request', async () => {
    await database().update(users).set({ role: 'admin' }).where(eq(users.id, ids.userId));
    await database().delete(members).where(eq(members.userId, ids.userId));
    const account = await findAccount(ids);
    expect(account?.actor.role).toBe('admin');
    expect(account?.actor.memberships).toEqual([]);
  });

  test('an organizer’s suspension acts at the next request', async () => {
    const suspend = (at: Date | null) =>
      database().update(organizers).set({ suspendedAt: at }).where(eq(organizers.id, organizerId));
    await suspend(new Date());
    const account = await findAccount(ids);
    await suspend(null);
    expect(account?.actor.memberships).toEqual([{ organizerId, role: 'manager', suspended: true }]);
    expect(account?.organizers).toMatchObject([{ suspended: true }]);
  });

  test('revoked, it is a guest’s; revoking again does nothing', async () => {
    expect(await revokeSession(ids.sessionId)).toBe(true);
    expect(await findAccount(ids)).toBeNull();
    expect(await revokeSession(ids.sessionId)).toBe(false);
  });

  test('expired, it is a guest’s', async () => {
    await database()
      .update(sessions)
      .set({ expiresAt: sql`app_now() - interval '1 second'` })
      .where(eq(sessions.id, ids.sessionId));
    expect(await findAccount(ids)).toBeNull();
  });

  test('thirty days of the application’s time later it is over', async () => {
    const days = 24 * 60;
    try {
      await app.setClock(29 * days);
      expect(await findAccount(ids)).not.toBeNull();
      await app.setClock(31 * days);
      expect(await findAccount(ids)).toBeNull();
    } finally {
      await app.setClock(0);
    }
  });

  test('of a suspended person it is a guest’s', async () => {
    await database().update(users).set({ suspendedAt: sql`app_now()` }).where(eq(users.id, ids.userId));
    expect(await findAccount(ids)).toBeNull();
  });

  test('does not open for somebody else’s id', async () => {
    const other = await addUser(`other${serial}@example.org`);
    expect(await findAccount({ userId: other, sessionId: ids.sessionId })).toBeNull();
  });
});

describe('the session cookie', () => {
  const ids = {
    userId: '0199a000-0000-7000-8000-000000000001',
    sessionId: '0199a000-0000-7000-8000-000000000002',
  };

  test('what is sealed opens again, and tells nothing to who looks at it', async () => {
    const value = await sealSession(ids);
    expect(await openSession(value)).toEqual(ids);
    expect(value).not.toContain(ids.userId);
    expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain(ids.userId);
  });

  test('tampered with, from elsewhere or missing, it opens nothing', async () => {
    const value = await sealSession(ids);
    // In the middle: the last character of base64 has bits that say nothing.
    const middle = Math.floor(value.length / 2);
    const other = value[middle] === 'A' ? 'B' : 'A';
    expect(await openSession(`${value.slice(0, middle)}${other}${value.slice(middle + 1)}`)).toBeNull();
    expect(await openSession('hello')).toBeNull();
    expect(await openSession(undefined)).toBeNull();
  });

  test('is for this host and for no script', () => {
    expect(sessionCookie()).toEqual({
      name: 'foyer_session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
    });
  });
});
