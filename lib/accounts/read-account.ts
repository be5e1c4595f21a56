import { eq, sql } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import type { Actor, MemberRole, UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { BookingStatus } from '../booking/read-booking.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isUuid } from '../reference.ts';

/** An account as admins see it, who decide about it. */
export type AccountView = {
  id: string;
  name: string;
  email: string;
  role: UserActor['role'];
  locale: string;
  hasPassword: boolean;
  emailVerifiedAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  createdAt: Date;
  organizers: { slug: string; name: string; role: MemberRole }[];
  /** How many of each status. */
  bookings: { status: BookingStatus; count: number }[];
  /** Those that still count, the last seen first. */
  sessions: { id: string; userAgent: string | null; createdAt: Date; lastSeenAt: Date }[];
};

/** @throws DomainError `not_found`, and what `assertMay` throws. */
export async function readAccount(db: Queryable, actor: Actor, userId: string): Promise<AccountView> {
  assertMay(actor, 'accounts.list');
  if (!isUuid(userId)) throw new DomainError('not_found');
  const [account] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      locale: users.locale,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      emailVerifiedAt: users.emailVerifiedAt,
      suspendedAt: users.suspendedAt,
      suspendedReason: users.suspendedReason,
      createdAt: users.createdAt,
      organizers: sql<AccountView['organizers']>`coalesce((
        select json_agg(json_build_object('slug', o.slug, 'name', o.name, 'role', m.role) order by o.name)
        from members m join organizers o on o.id = m.organizer_id where m.user_id = users.id), '[]')`,
      bookings: sql<AccountView['bookings']>`coalesce((
        select json_agg(json_build_object('status', c.status, 'count', c.count) order by c.status)
        from (select b.status, count(*)::int as count from bookings b where b.user_id = users.id group by b.status) c
      ), '[]')`,
      sessions: sql<
        (Omit<AccountView['sessions'][number], 'createdAt' | 'lastSeenAt'> & Instants)[]
      >`coalesce((
        select json_agg(json_build_object('id', s.id, 'userAgent', s.user_agent, 'createdAt', s.created_at,
          'lastSeenAt', s.last_seen_at) order by s.last_seen_at desc)
        from sessions s
        where s.user_id = users.id and s.revoked_at is null and s.expires_at > app_now()), '[]')`,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (!account) throw new DomainError('not_found');
  return {
    ...account,
    sessions: account.sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      createdAt: new Date(createdAt),
      lastSeenAt: new Date(lastSeenAt),
    })),
  };
}

/** As JSON has them. */
type Instants = { createdAt: string; lastSeenAt: string };
