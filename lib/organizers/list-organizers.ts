import { and, desc, eq, sql } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import type { Actor, MemberRole } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { containing } from '../find-words.ts';
import { cursorInstant, keyAfter } from '../list-cursor.ts';

export type ListedOrganizer = {
  id: string;
  slug: string;
  name: string;
  email: string;
  country: string;
  verified: boolean;
  suspended: boolean;
  /** Published events that are not over. */
  upcoming: number;
  members: number;
  createdAt: Date;
};

export type OrganizerFilters = {
  /** Words in the name. */
  text?: string | undefined;
  /** `waiting`: nobody has looked who they are, and they sell already. */
  kind?: 'waiting' | 'verified' | 'suspended' | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
};

const upcoming = sql`select from events e
  where e.organizer_id = organizers.id and e.status = 'published' and e.ends_at > app_now()`;

/** What waits for somebody to look who they are. */
export const waitsForVerification = sql`organizers.verified_at is null and organizers.suspended_at is null
  and exists (${upcoming})`;

const kinds = {
  waiting: waitsForVerification,
  verified: sql`${organizers.verifiedAt} is not null`,
  suspended: sql`${organizers.suspendedAt} is not null`,
};

const columns = {
  id: organizers.id,
  slug: organizers.slug,
  name: organizers.name,
  email: organizers.email,
  country: organizers.country,
  verified: sql<boolean>`${organizers.verifiedAt} is not null`,
  suspended: sql<boolean>`${organizers.suspendedAt} is not null`,
  upcoming: sql<number>`(select count(*)::int from (${upcoming}) u)`,
  members: sql<number>`(select count(*)::int from members m where m.organizer_id = organizers.id)`,
  createdAt: organizers.createdAt,
};

/**
 * Every organizer of the platform, the newest first.
 *
 * @param size most organizers on a page
 * @throws what `assertMay` throws.
 */
export async function listOrganizers(
  db: Queryable,
  actor: Actor,
  filters: OrganizerFilters = {},
  size = 50,
): Promise<{ organizers: ListedOrganizer[]; next: string | null }> {
  assertMay(actor, 'organizers.list');
  const rows = await db
    .select({ ...columns, cursor: cursorInstant(organizers.createdAt) })
    .from(organizers)
    .where(
      and(
        filters.text ? containing(sql`${organizers.name}`, filters.text) : undefined,
        filters.kind ? kinds[filters.kind] : undefined,
        keyAfter(filters.after, organizers.createdAt, organizers.id),
      ),
    )
    .orderBy(desc(organizers.createdAt), desc(organizers.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    organizers: page.map(({ cursor: _cursor, ...organizer }) => organizer),
    next: last ? `${last.cursor}_${last.id}` : null,
  };
}

export type LookedUpOrganizer = ListedOrganizer & {
  description: string;
  verifiedAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  team: { userId: string; name: string; email: string; role: MemberRole }[];
  /** Confirmed bookings, and what of them came in, by currency in minor units. */
  sales: { currency: string; bookings: number; total: number }[];
};

/**
 * One organizer, for admins who decide about it.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws.
 */
export async function lookUpOrganizer(db: Queryable, actor: Actor, slug: string): Promise<LookedUpOrganizer> {
  assertMay(actor, 'organizers.list');
  const [organizer] = await db
    .select({
      ...columns,
      description: organizers.description,
      verifiedAt: organizers.verifiedAt,
      suspendedAt: organizers.suspendedAt,
      suspendedReason: organizers.suspendedReason,
      team: sql<LookedUpOrganizer['team']>`coalesce((
        select json_agg(json_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'role', m.role)
          order by m.role, u.name)
        from members m join users u on u.id = m.user_id where m.organizer_id = organizers.id), '[]')`,
      sales: sql<LookedUpOrganizer['sales']>`coalesce((
        select json_agg(json_build_object('currency', s.currency, 'bookings', s.bookings, 'total', s.total)
          order by s.currency)
        from (select b.currency, count(*)::int as bookings, sum(b.total)::float8 as total from bookings b
          where b.organizer_id = organizers.id and b.status = 'confirmed' group by b.currency) s), '[]')`,
    })
    .from(organizers)
    .where(eq(organizers.slug, slug));
  if (!organizer) throw new DomainError('not_found');
  return organizer;
}
