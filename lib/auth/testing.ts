import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { database, type Queryable } from '../database.ts';
import { newReference } from '../reference.ts';
import type { Actor, UserActor } from './actor.ts';
import { createSession, type SessionIds } from './session-row.ts';

/** What tests of administration build on: people with accounts, and everybody who must not get through. */

/** Somebody with an account, as the request that they make now sees them. */
async function somebody(
  db: Queryable,
  {
    name = 'Some Body',
    role = 'attendee',
    memberships = [],
  }: Partial<Pick<UserActor, 'role' | 'memberships'>> & { name?: string } = {},
): Promise<UserActor> {
  const [user] = await db
    .insert(users)
    .values({ email: `${newReference().toLowerCase()}@example.org`, name, role })
    .returning({ id: users.id });
  if (!user) throw new Error('no user was stored');
  return { kind: 'user', userId: user.id, role, sessionId: 'none', memberships };
}

/** An admin of the platform. */
export const anAdmin = (db: Queryable, name = 'Ruth Adeyemi') => somebody(db, { name, role: 'admin' });

/**
 * Everybody for whom nothing of the administration is there, with what they are told: a guest to sign in, anybody else
 * that there is no such thing. The owner is of the organizer that a test is about.
 */
export async function outsiders(db: Queryable, organizerId: string): Promise<[string, Actor, string][]> {
  const owner = { organizerId, role: 'owner' as const };
  return [
    ['a guest', { kind: 'guest' }, 'sign_in_needed'],
    ['an attendee', await somebody(db), 'not_found'],
    ['an owner', await somebody(db, { memberships: [owner] }), 'not_found'],
  ];
}

/** A session of somebody who has proved this very moment who they are. */
export async function sessionOf(userId: string, userAgent: string | null): Promise<SessionIds> {
  const [user] = await database()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  return createSession({ userId, passwordHash: user?.passwordHash ?? null }, userAgent);
}

/** What came of something: `done`, or the code of why not. */
export const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
