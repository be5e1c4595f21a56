import { eq, sql } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isLastAdmin, type OwnOrganizer, organizersOf } from './erasure-obstacles.ts';

/** What somebody has to know before they erase themselves. */
export type Erasure = {
  email: string;
  hasPassword: boolean;
  /** Organizers that cannot do without them yet. */
  needing: OwnOrganizer[];
  /** Those that they leave by it. */
  leaving: OwnOrganizer[];
  lastAdmin: boolean;
  /** How many tickets they have for what is ahead. */
  tickets: number;
  /** How many bookings are under way, and would be given back. */
  held: number;
};

/** @throws DomainError `not_found` */
export async function readErasure(actor: UserActor): Promise<Erasure> {
  const { userId } = actor;
  assertMay(actor, 'account.erase', { userId });
  const db = database();
  const [user] = await db
    .select({ email: users.email, hasPassword: sql<boolean>`${users.passwordHash} is not null` })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) throw new DomainError('not_found');
  const [organizers, lastAdmin, { rows }] = await Promise.all([
    organizersOf(db, userId),
    isLastAdmin(db, userId),
    db.execute<{ tickets: number; held: number }>(sql`
      select (
        select count(*)::int from tickets t join bookings b on b.id = t.booking_id join events e on e.id = t.event_id
        where t.status = 'valid' and e.ends_at > app_now() and e.status <> 'cancelled'
          and ((b.user_id = ${userId} and t.transferred_at is null) or t.holder_user_id = ${userId})
      ) as tickets,
      (select count(*)::int from bookings where user_id = ${userId} and status in ('held', 'paying')) as held`),
  ]);
  return {
    ...user,
    needing: organizers.filter(({ needsOwner }) => needsOwner),
    leaving: organizers.filter(({ needsOwner }) => !needsOwner),
    lastAdmin,
    tickets: rows[0]?.tickets ?? 0,
    held: rows[0]?.held ?? 0,
  };
}
