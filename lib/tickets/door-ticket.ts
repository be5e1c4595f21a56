import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { hoursOf, type Judged } from './door-rules.ts';
import type { DoorCode } from './read-door-code.ts';

/** A ticket as the door shows it: who, what, which of how many. No prices, no addresses. */
export type DoorTicket = {
  id: string;
  attendeeName: string;
  ticketType: string;
  /** Of the booking. */
  reference: string;
  /** Which of the tickets of its booking. */
  number: number;
  count: number;
};

/** What one needs to know of a ticket to decide on it and to say why. */
export type FoundTicket = DoorTicket &
  Judged & {
    /** True for typed characters that stood on it once and do not any more. */
    outdated: boolean;
    /** When the money of its booking went back, if it did. */
    refundedAt: Date | null;
    event: { title: string; startsAt: Date; timezone: string; venue: string | null };
    /** The check-in that stands, if one does. */
    checkIn: { id: string; at: Date; door: string; by: string | null } | null;
    now: Date;
  };

type Row = {
  id: string;
  code: string;
  attendee_name: string;
  ticket_type: string;
  reference: string;
  number: number;
  count: number;
  organizer_id: string;
  event_id: string;
  status: Judged['status'];
  revision: number;
  payments_mode: string;
  refunded_at: Date | null;
  due: boolean;
  title: string;
  event_status: string;
  starts_at: Date;
  doors_at: Date | null;
  ends_at: Date;
  timezone: string;
  venue: string | null;
  check_in_id: string | null;
  admitted_at: Date | null;
  door: string | null;
  admitted_by: string | null;
  now: Date;
};

const date = (value: Date | string | null) => (value === null ? null : new Date(value));

const matches = (code: DoorCode): SQL =>
  code.by === 'typed'
    ? sql`t.id in (
        select id from tickets where code = ${code.code}
        union all select ticket_id from ticket_transfers where former_code = ${code.code})`
    : sql`t.id = ${code.ticketId}`;

/** Reads the ticket that was shown, whosever it is; null where there is none. The caller judges it. */
export async function findDoorTicket(db: Queryable, code: DoorCode): Promise<FoundTicket | null> {
  const { rows } = await db.execute<Row>(sql`
    select t.id, t.code, t.attendee_name, k.name as ticket_type, b.reference, t.status, t.revision, b.payments_mode,
      (select count(*)::int from tickets o join ticket_types ok on ok.id = o.ticket_type_id
       where o.booking_id = t.booking_id and (ok.position, ok.id, o.position) <= (k.position, k.id, t.position)) as number,
      (select count(*)::int from tickets o where o.booking_id = t.booking_id) as count,
      (select max(r.created_at) from refunds r join payments p on p.id = r.payment_id
       where p.booking_id = b.id and r.status not in ('failed', 'canceled')) as refunded_at,
      b.confirmed_by is not null and b.total > (
        select coalesce(sum(p.captured), 0) from payments p where p.booking_id = b.id and p.outcome = 'fulfilled') as due,
      e.id as event_id, e.organizer_id, e.title, e.status as event_status, e.starts_at, e.doors_at, e.ends_at, e.timezone,
      v.name as venue, c.id as check_in_id, c.admitted_at, c.door, u.name as admitted_by, app_now() as now
    from tickets t
    join ticket_types k on k.id = t.ticket_type_id
    join bookings b on b.id = t.booking_id
    join events e on e.id = t.event_id
    left join venues v on v.id = e.venue_id
    left join check_ins c on c.ticket_id = t.id and c.undone_at is null
    left join users u on u.id = c.admitted_by
    where ${matches(code)}`);
  const row = rows[0];
  if (!row) return null;
  const now = new Date(row.now);
  const times = {
    startsAt: new Date(row.starts_at),
    doorsAt: date(row.doors_at),
    endsAt: new Date(row.ends_at),
  };
  return {
    id: row.id,
    attendeeName: row.attendee_name,
    ticketType: row.ticket_type,
    reference: row.reference,
    number: row.number,
    count: row.count,
    organizerId: row.organizer_id,
    eventId: row.event_id,
    eventCancelled: row.event_status === 'cancelled',
    hours: hoursOf(times, now),
    status: row.status,
    revision: row.revision,
    paymentsMode: row.payments_mode,
    refunded: row.refunded_at !== null,
    outdated: code.by === 'typed' && code.code !== row.code,
    refundedAt: date(row.refunded_at),
    due: row.due,
    event: { title: row.title, startsAt: times.startsAt, timezone: row.timezone, venue: row.venue },
    checkIn:
      row.check_in_id && row.admitted_at && row.door
        ? { id: row.check_in_id, at: new Date(row.admitted_at), door: row.door, by: row.admitted_by }
        : null,
    now,
  };
}

/** What the door shows of it. */
export const shownTicket = ({
  id,
  attendeeName,
  ticketType,
  reference,
  number,
  count,
}: DoorTicket): DoorTicket => ({ id, attendeeName, ticketType, reference, number, count });
