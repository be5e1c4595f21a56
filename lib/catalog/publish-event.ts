import { and, eq, sql } from 'drizzle-orm';
import { events } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { findPoster } from '../posters/find-poster.ts';
import { freezePoster } from '../posters/freeze-poster.ts';

/**
 * Shows an event to everyone, opens its sales windows, and keeps its poster as it is drawn now. False when it was not a draft any more: somebody else was
 * first.
 *
 * @throws DomainError `event_taken_down`; `event_incomplete` with what is `missing` (ticket_types, pools, future_date), `not_found`, and
 * what `assertMay` throws.
 */
export async function publishEvent(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  eventId: string,
): Promise<{ published: boolean }> {
  assertMay(actor, 'event.publish', { organizerId });
  return db.transaction(async (tx) => {
    const mine = and(eq(events.id, eventId), eq(events.organizerId, organizerId));
    // The lock keeps a second publisher, and whoever edits the draft, out until this is decided.
    const [event] = await tx
      .select({
        status: events.status,
        takenDownAt: events.takenDownAt,
        over: sql<boolean>`${events.endsAt} <= app_now()`,
        ticketTypes: sql<number>`(select count(*)::int from ticket_types t where t.event_id = ${eventId})`,
        withoutPool: sql<number>`(select count(*)::int from ticket_types t where t.event_id = ${eventId}
          and not exists (select from ticket_type_pools p where p.ticket_type_id = t.id))`,
      })
      .from(events)
      .where(mine)
      .for('no key update');
    if (!event) throw new DomainError('not_found');
    if (event.status !== 'draft') return { published: false };
    if (event.takenDownAt) throw new DomainError('event_taken_down');
    if (event.ticketTypes === 0) throw new DomainError('event_incomplete', { missing: 'ticket_types' });
    if (event.withoutPool > 0) throw new DomainError('event_incomplete', { missing: 'pools' });
    if (event.over) throw new DomainError('event_incomplete', { missing: 'future_date' });

    const published = await tx
      .update(events)
      .set({ status: 'published', publishedAt: sql`app_now()` })
      .where(and(mine, eq(events.status, 'draft')))
      .returning({ slug: events.slug });
    const [out] = published;
    if (!out) return { published: false };
    await freezePoster(tx, await findPoster(tx, out.slug));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.published',
      object: { type: 'event', id: eventId },
      changes: { status: ['draft', 'published'] },
    });
    return { published: true };
  });
}
