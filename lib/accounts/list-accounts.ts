import { and, desc, eq, sql } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { containing } from '../find-words.ts';
import { cursorInstant, keyAfter } from '../list-cursor.ts';

export type ListedAccount = {
  id: string;
  name: string;
  email: string;
  role: UserActor['role'];
  /** The organizers they work for, by name. */
  organizers: string[];
  /** Bookings that are confirmed or were. */
  bookings: number;
  /** When a request last came with a session of theirs; null for somebody who was never signed in. */
  lastSeenAt: Date | null;
  suspended: boolean;
  /** Signed up by Google or the seed alone, without having shown that the address is theirs. */
  confirmed: boolean;
  createdAt: Date;
};

export type AccountFilters = {
  /** Words in name or address. */
  text?: string | undefined;
  kind?: 'admin' | 'member' | 'suspended' | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
};

/**
 * Everybody with an account, the newest first.
 *
 * @param size most accounts on a page
 * @throws what `assertMay` throws.
 */
export async function listAccounts(
  db: Queryable,
  actor: Actor,
  filters: AccountFilters = {},
  size = 50,
): Promise<{ accounts: ListedAccount[]; next: string | null }> {
  assertMay(actor, 'accounts.list');
  const memberships = sql`select 1 from members m where m.user_id = users.id`;
  const kinds = {
    admin: eq(users.role, 'admin'),
    member: sql`exists (${memberships})`,
    suspended: sql`${users.suspendedAt} is not null`,
  };
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      organizers: sql<string[]>`array(
        select o.name from members m join organizers o on o.id = m.organizer_id
        where m.user_id = users.id order by o.name)`,
      bookings: sql<number>`(
        select count(*)::int from bookings b where b.user_id = users.id and b.confirmed_at is not null)`,
      lastSeenAt: sql<Date | null>`(
        select max(s.last_seen_at) from sessions s where s.user_id = users.id)`.mapWith(users.createdAt),
      suspended: sql<boolean>`${users.suspendedAt} is not null`,
      confirmed: sql<boolean>`${users.emailVerifiedAt} is not null`,
      createdAt: users.createdAt,
      cursor: cursorInstant(users.createdAt),
    })
    .from(users)
    .where(
      and(
        // As the index has it.
        filters.text
          ? containing(sql`${users.name} || ' ' || ${users.email}::text`, filters.text)
          : undefined,
        filters.kind ? kinds[filters.kind] : undefined,
        keyAfter(filters.after, users.createdAt, users.id),
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    accounts: page.map(({ cursor: _cursor, ...account }) => account),
    next: last ? `${last.cursor}_${last.id}` : null,
  };
}
