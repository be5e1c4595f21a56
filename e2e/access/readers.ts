import { sealSession, sessionCookie } from '#lib/auth/session-cookie.ts';
import { newReference } from '#lib/reference.ts';
import { ask } from '../stage/database.ts';

/**
 * Everybody whom a route may meet. All members belong to the same organizer, whose things the matrix asks for; the
 * outsider owns another one. The suspended one is an owner, whom nothing but the suspension keeps out.
 */
export const readers = [
  'guest',
  'suspended',
  'attendee',
  'buyer',
  'outsider',
  'door',
  'box_office',
  'manager',
  'owner',
  'admin',
] as const;

export type Reader = (typeof readers)[number];

export type Person = { userId: string; email: string; cookie: string };

/** Makes an account and signs it in, as the browser of its owner would be. Needs `useVerbs`. */
export async function someoneSignedIn(
  name: string,
  role: 'attendee' | 'admin' = 'attendee',
): Promise<Person> {
  const email = `${newReference().toLowerCase()}@access.example`;
  const [user] = await ask<{ id: string }>(
    `insert into users (email, name, role, email_verified_at) values ($1, $2, $3, app_now()) returning id`,
    [email, name, role],
  );
  if (!user) throw new Error('no user was stored');
  return { userId: user.id, email, cookie: await cookieFor(user.id) };
}

/** Another sign-in of the same person. */
export async function cookieFor(userId: string): Promise<string> {
  // Into the table: the verb lets nobody in who is suspended, and these have been so since.
  const [session] = await ask<{ id: string }>(
    `insert into sessions (user_id, user_agent, expires_at)
     values ($1, 'Access matrix', app_now() + interval '1 day') returning id`,
    [userId],
  );
  if (!session) throw new Error('no session was stored');
  return `${sessionCookie().name}=${await sealSession({ userId, sessionId: session.id })}`;
}

export async function addMember(organizerId: string, userId: string, role: string): Promise<void> {
  await ask('insert into members (organizer_id, user_id, role) values ($1, $2, $3)', [
    organizerId,
    userId,
    role,
  ]);
}
