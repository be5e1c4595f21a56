import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../database.ts';
import { assertAtDoor } from './door-event.ts';

/**
 * What the doors of an event's organizer have been called lately, the busiest first, so that a device can take over a name
 * instead of spelling it in another way.
 *
 * @param most so many at most
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function listDoorNames(
  db: Queryable,
  actor: Actor,
  eventId: string,
  most = 6,
): Promise<string[]> {
  const organizerId = await assertAtDoor(db, actor, 'door.enter', eventId);
  const { rows } = await db.execute<{ door: string }>(sql`
    select c.door from check_ins c join events e on e.id = c.event_id
    where e.organizer_id = ${organizerId} and c.admitted_at > app_now() - interval '90 days'
    group by c.door order by count(*) desc, c.door limit ${most}`);
  return rows.map(({ door }) => door);
}
