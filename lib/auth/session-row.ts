import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { members, organizers, sessions, users } from '#db/schema/index.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type PictureSources, pictureSources } from '../media/picture-path.ts';
import type { MemberRole, UserActor } from './actor.ts';

/** How long a sign-in lasts. */
export const SESSION_DAYS = 30;

/** What the cookie carries: two ids, and nothing that could grow stale. */
export type SessionIds = { userId: string; sessionId: string };

/**
 * Somebody who has just proved who they are, and the hash of their password at that moment (null for none). A session is
 * opened only while that is still their password: changing it takes what was proved before with it.
 */
export type Entrant = { userId: string; passwordHash: string | null };

/** A signed-in person with what their own pages show of them. */
export type Account = {
  actor: UserActor;
  name: string;
  email: string;
  locale: string;
  /** IANA name; null until they choose one. */
  timezone: string | null;
  picture: PictureSources | null;
  organizers: { id: string; slug: string; name: string; role: MemberRole; suspended: boolean }[];
};

/**
 * Writes down one sign-in on one device. Its inverse is `revokeSession`. It waits for whoever is just suspending this
 * person or changing their password, whose sessions end with that: a sign-in that was past its password must not leave
 * one behind.
 *
 * @throws DomainError `wrong_credentials` for somebody who is no more, or has another password since;
 * `account_suspended`
 */
export async function createSession(
  { userId, passwordHash }: Entrant,
  userAgent: string | null,
): Promise<SessionIds> {
  const { rows } = await database().execute<{ id: string }>(sql`
    insert into sessions (user_id, user_agent, expires_at)
    select id, ${userAgent?.slice(0, 300) ?? null}, app_now() + make_interval(days => ${SESSION_DAYS})
    from users
    where id = ${userId} and suspended_at is null and password_hash is not distinct from ${passwordHash}
    for share
    returning id`);
  const [row] = rows;
  if (!row) {
    // Since they were let in they have been erased or shut out, or have got another password.
    const [user] = await database()
      .select({ suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, userId));
    throw new DomainError(user?.suspendedAt ? 'account_suspended' : 'wrong_credentials');
  }
  return { userId, sessionId: row.id };
}

/**
 * Who stands behind a session right now, or null when it is revoked, expired or unknown, or its person suspended.
 * Asked anew at each request, so that a revoked session, a new role, a lost membership or a suspended organizer acts at once.
 */
export async function findAccount({ userId, sessionId }: SessionIds): Promise<Account | null> {
  const rows = await database()
    .select({
      name: users.name,
      email: users.email,
      locale: users.locale,
      timezone: users.timezone,
      pictureId: users.pictureId,
      role: users.role,
      longAgo: sql<boolean>`${sessions.lastSeenAt} < app_now() - interval '5 minutes'`,
      memberRole: members.role,
      organizer: { id: organizers.id, slug: organizers.slug, name: organizers.name },
      suspendedAt: organizers.suspendedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(organizers, eq(organizers.id, members.organizerId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`app_now()`),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(organizers.name, organizers.id);
  const [person] = rows;
  if (!person) return null;
  // To within some minutes, so that not every request writes.
  if (person.longAgo) await touchSession(sessionId);
  const theirs = rows.flatMap(({ memberRole, organizer, suspendedAt }) =>
    memberRole && organizer ? [{ ...organizer, role: memberRole, suspended: suspendedAt !== null }] : [],
  );
  return {
    actor: {
      kind: 'user',
      userId,
      role: person.role,
      sessionId,
      memberships: theirs.map(({ id, role, suspended }) => ({ organizerId: id, role, suspended })),
    },
    name: person.name,
    email: person.email,
    locale: person.locale,
    timezone: person.timezone,
    picture: pictureSources(person.pictureId),
    organizers: theirs,
  };
}

/** Ends a session. Answers false when it had ended already or never was. */
export async function revokeSession(sessionId: string): Promise<boolean> {
  const { rowCount } = await database()
    .update(sessions)
    .set({ revokedAt: sql`app_now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  return rowCount === 1;
}

async function touchSession(sessionId: string): Promise<void> {
  await database().update(sessions).set({ lastSeenAt: sql`app_now()` }).where(eq(sessions.id, sessionId));
}
