import { sql } from 'drizzle-orm';
import type { UserActor } from '../auth/actor.ts';
import { may } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { env } from '../env.ts';
import type { DoorProgress } from './door-progress.ts';
import { type DoorHours, hoursOf } from './door-rules.ts';

/** An event to choose at the door. */
export type DoorListEvent = DoorProgress & {
  slug: string;
  title: string;
  language: string;
  cancelled: boolean;
  startsAt: Date;
  timezone: string;
  venue: string | null;
  organizer: string;
  hours: DoorHours;
};

/**
 * The events whose door somebody may work at, those of today first, then what comes. An admin, who may at every door,
 * gets those of today alone unless they are a member.
 *
 * @param most so many at most
 */
export async function listDoorEvents(db: Queryable, actor: UserActor, most = 15): Promise<DoorListEvent[]> {
  const mine = actor.memberships
    .map(({ organizerId }) => organizerId)
    .filter((organizerId) => may(actor, 'door.enter', { organizerId }));
  const everywhere = may(actor, 'door.enter');
  const { rows } = await db.execute<{
    slug: string;
    title: string;
    language: string;
    status: string;
    starts_at: Date;
    doors_at: Date | null;
    ends_at: Date;
    timezone: string;
    venue: string | null;
    organizer: string;
    admitted: number;
    expected: number;
    now: Date;
  }>(sql`
    select e.slug, e.title, e.language, e.status, e.starts_at, e.doors_at, e.ends_at, e.timezone, v.name as venue,
      o.name as organizer, counted.admitted, counted.expected, app_now() as now
    from events e join organizers o on o.id = e.organizer_id left join venues v on v.id = e.venue_id
    cross join lateral (
      select count(*) filter (where t.status = 'used')::int as admitted, count(*)::int as expected
      from tickets t join bookings b on b.id = t.booking_id
      where t.event_id = e.id and t.status in ('valid', 'used') and b.payments_mode = ${env().payments.mode}) counted
    where e.status <> 'draft' and e.ends_at > app_now() - interval '12 hours'
      and (e.organizer_id = any(${sql.param(mine)}::uuid[])
        or (${everywhere} and e.starts_at < app_now() + interval '13 hours'))
    order by e.starts_at, e.id
    limit ${most}`);
  return rows.map((row) => {
    const startsAt = new Date(row.starts_at);
    const times = {
      startsAt,
      doorsAt: row.doors_at && new Date(row.doors_at),
      endsAt: new Date(row.ends_at),
    };
    return {
      slug: row.slug,
      title: row.title,
      language: row.language,
      cancelled: row.status === 'cancelled',
      startsAt,
      timezone: row.timezone,
      venue: row.venue,
      organizer: row.organizer,
      admitted: row.admitted,
      expected: row.expected,
      hours: hoursOf(times, new Date(row.now)),
    };
  });
}
