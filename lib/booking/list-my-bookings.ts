import { sql } from 'drizzle-orm';
import type { UserActor } from '../auth/actor.ts';
import { database } from '../database.ts';

/** What was given back or has expired is not listed. */
export type MyBookingStatus = 'held' | 'paying' | 'awaiting_payment' | 'confirmed' | 'refunded' | 'cancelled';

export type MyBooking = {
  reference: string;
  status: MyBookingStatus;
  tickets: number;
  total: number;
  currency: string;
  event: { slug: string; title: string; startsAt: Date; timezone: string; place: string | null };
  /** The event is over. */
  past: boolean;
  eventStatus: 'draft' | 'published' | 'postponed' | 'cancelled';
};

/** More than anyone has; what is older is found through its mail. */
const MOST = 200;

/** What somebody has booked while signed in, or claimed since: what comes first, first, and then what is over. */
export async function listMyBookings(actor: UserActor): Promise<MyBooking[]> {
  const { rows } = await database().execute<{
    reference: string;
    status: MyBookingStatus;
    tickets: number;
    total: string;
    currency: string;
    slug: string;
    title: string;
    starts_at: string;
    timezone: string;
    place: string | null;
    past: boolean;
    eventStatus: MyBooking['eventStatus'];
  }>(sql`
    select b.reference, b.status, b.total, b.currency, e.slug, e.title, e.starts_at, e.timezone, e.ends_at < clock.now as past,
      e.status as "eventStatus", (select v.name || ', ' || v.city from venues v where v.id = e.venue_id) as place,
      (select sum(quantity)::int from booking_items i where i.booking_id = b.id) as tickets
    from bookings b join events e on e.id = b.event_id, (select app_now() as now) clock
    where b.user_id = ${actor.userId} and b.status not in ('released', 'expired')
    order by e.ends_at < clock.now, case when e.ends_at < clock.now then clock.now - e.starts_at
      else e.starts_at - clock.now end
    limit ${MOST}`);
  return rows.map(({ slug, title, starts_at, timezone, place, total, ...row }) => ({
    ...row,
    total: Number(total),
    event: { slug, title, startsAt: new Date(starts_at), timezone, place },
  }));
}
