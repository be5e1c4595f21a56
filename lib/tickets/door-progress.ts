import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../database.ts';
import { env } from '../env.ts';
import { assertAtDoor } from './door-event.ts';

/** How many are in, of how many whose tickets would let them in. In the running payments mode. */
export type DoorProgress = { admitted: number; expected: number };

/**
 * How far an event's door has got.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function doorProgress(db: Queryable, actor: Actor, eventId: string): Promise<DoorProgress> {
  await assertAtDoor(db, actor, 'door.enter', eventId);
  const { rows } = await db.execute<DoorProgress>(sql`
    select count(*) filter (where t.status = 'used')::int as admitted, count(*)::int as expected
    from tickets t join bookings b on b.id = t.booking_id
    where t.event_id = ${eventId} and t.status in ('valid', 'used') and b.payments_mode = ${env().payments.mode}`);
  return rows[0] ?? { admitted: 0, expected: 0 };
}
