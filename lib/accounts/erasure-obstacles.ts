import { sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';

/** An organizer that somebody works for. */
export type OwnOrganizer = {
  id: string;
  slug: string;
  name: string;
  /** Nobody else could act for it, and people have tickets for what is ahead, or money in it. */
  needsOwner: boolean;
};

/**
 * The organizers somebody works for. One whose only owner they are holds them as long as an event of it is ahead that
 * others count on, or money is under way, set aside, or owed for an event that was cancelled.
 */
export async function organizersOf(db: Queryable, userId: string): Promise<OwnOrganizer[]> {
  const { rows } = await db.execute<OwnOrganizer>(sql`
    select o.id, o.slug, o.name,
      m.role = 'owner' and not exists (
        select from members other join users u on u.id = other.user_id
        where other.organizer_id = o.id and other.user_id <> m.user_id and other.role = 'owner'
          and u.suspended_at is null)
      and (
        exists (select from events e where e.organizer_id = o.id and e.status in ('published', 'postponed')
                and e.ends_at > app_now())
        or exists (
          select from bookings b join events e on e.id = b.event_id join payments p on p.booking_id = b.id
          where b.organizer_id = o.id and (
            p.status not in ('succeeded', 'canceled') or p.outcome = 'quarantined'
            or (e.status = 'cancelled' and p.captured > p.refunded)
            or exists (select from refunds r where r.payment_id = p.id
                       and r.status in ('creating', 'pending', 'requires_action'))))
      ) as "needsOwner"
    from members m join organizers o on o.id = m.organizer_id
    where m.user_id = ${userId} order by o.name, o.id`);
  return rows;
}

/** Whether somebody is the only admin who can act. */
export async function isLastAdmin(db: Queryable, userId: string): Promise<boolean> {
  const { rows } = await db.execute<{ last: boolean }>(sql`
    select coalesce(bool_or(id = ${userId}) and count(*) = 1, false) as last
    from users where role = 'admin' and suspended_at is null`);
  return rows[0]?.last === true;
}

/**
 * A step: locks what decides whether somebody may go, and stops who may not. Whoever would become the last owner or admin
 * by this waits, and is counted then.
 *
 * @throws DomainError `owner_needed` with the `organizers`, `last_admin`
 */
export async function assertMayGo(tx: Queryable, userId: string): Promise<OwnOrganizer[]> {
  await tx.execute(sql`
    select from organizers where id in (select organizer_id from members where user_id = ${userId})
    order by id for no key update`);
  await tx.execute(sql`
    select from users where role = 'admin' and exists (select from users u where u.id = ${userId} and u.role = 'admin')
    order by id for update`);
  const organizers = await organizersOf(tx, userId);
  const held = organizers.filter(({ needsOwner }) => needsOwner).map(({ name }) => name);
  if (held.length > 0) throw new DomainError('owner_needed', { organizers: held.join(', ') });
  if (await isLastAdmin(tx, userId)) throw new DomainError('last_admin');
  return organizers;
}
