import { type SQL, sql } from 'drizzle-orm';
import type { UserActor } from '../auth/actor.ts';
import { database } from '../database.ts';
import { containing } from '../find-words.ts';
import { normaliseReference } from '../reference.ts';
import { asLinked, isTicketKey, type TicketRow } from '../tickets/ticket-key.ts';
import { isBookingKey } from './booking-access.ts';

/** What was given back or has expired is not listed. */
export type MyBookingStatus = 'held' | 'paying' | 'awaiting_payment' | 'confirmed' | 'refunded' | 'cancelled';

/** A booking, or a single ticket that somebody handed on: then there is no money in it. */
export type MyBooking = {
  /** Opens it: a booking's reference, a ticket's code. */
  at: { booking: string } | { ticket: string };
  status: MyBookingStatus;
  /** How many tickets are still theirs; before there are any, how many are wanted. */
  tickets: number;
  /** How many are offered to somebody at the moment. */
  offered: number;
  /** How many were let in with. */
  used: number;
  /** Minor units of `currency`; null for what was given to them. */
  total: number | null;
  /** What went back, and when. */
  returned: { amount: number; at: Date } | null;
  currency: string;
  event: {
    slug: string;
    title: string;
    language: string;
    category: { slug: string };
    startsAt: Date;
    doorsAt: Date | null;
    timezone: string;
    venue: { name: string; city: string } | null;
    status: 'draft' | 'published' | 'postponed' | 'cancelled';
  };
  /** What it is listed under. */
  shelf: 'upcoming' | 'past' | 'cancelled';
};

export type MyBookings = {
  bookings: MyBooking[];
  /** The application's time when this was read. */
  now: Date;
};

/** More than anyone has; what is older is found by its words. */
const MOST = 200;

type Row = Omit<MyBooking, 'at' | 'total' | 'returned' | 'event'> & {
  reference: string;
  code: string | null;
  total: string | null;
  back: string;
  back_at: string | null;
  event: Omit<MyBooking['event'], 'startsAt' | 'doorsAt'> & { startsAt: string; doorsAt: string | null };
  now: string;
};

/**
 * What somebody has booked while signed in, or claimed since, and what was handed on to them: what comes first, first,
 * and then what is over.
 *
 * @param words what must occur in title, place, organizer, reference or a name on the tickets; everything when empty
 */
export async function listMyBookings(actor: UserActor, words = ''): Promise<MyBookings> {
  return listBookings(
    sql`select id as booking_id, null::uuid as ticket_id from bookings
      where user_id = ${actor.userId} and status not in ('released', 'expired')
      union all
      select booking_id, id from tickets where holder_user_id = ${actor.userId}`,
    words,
  );
}

/**
 * The same for a browser without an account: what it keeps keys for, as far as they still open anything.
 *
 * @param kept keys by reference and by ticket code
 */
export async function listKeptBookings(kept: KeptKeys): Promise<MyBookings> {
  const db = database();
  const keyOf = (keys: KeptKeys['bookings'], at: string) => keys.find((one) => one.at === at)?.key ?? null;
  const { rows: bookings } = await db.execute<{ id: string; reference: string; secretHash: Buffer }>(sql`
    select id, reference, secret_hash as "secretHash" from bookings
    where reference = any(${sql.param(kept.bookings.map(({ at }) => at))}::text[]) and status not in ('released', 'expired')`);
  const { rows: tickets } = await db.execute<TicketRow>(sql`
    select t.id, t.code, t.revision, t.transferred_at is not null as transferred, t.attendee_email as email,
      b.secret_hash as "secretHash"
    from tickets t join bookings b on b.id = t.booking_id
    where t.code = any(${sql.param(kept.tickets.map(({ at }) => at))}::text[])`);
  const mine = bookings
    .filter(({ id, reference, secretHash }) =>
      isBookingKey(keyOf(kept.bookings, reference), { id, secretHash }),
    )
    .map(({ id }) => id);
  const held = tickets
    .filter((ticket) => isTicketKey(keyOf(kept.tickets, ticket.code), asLinked(ticket)))
    .map(({ id }) => id);
  return listBookings(
    sql`select id as booking_id, null::uuid as ticket_id from bookings where id = any(${sql.param(mine)}::uuid[])
      union all
      select booking_id, id from tickets where id = any(${sql.param(held)}::uuid[])
        and (transferred_at is not null or booking_id <> all(${sql.param(mine)}::uuid[]))`,
    '',
  );
}

/** What a browser keeps keys for: what is at `at`, a reference or a code, is opened by `key`. */
export type KeptKeys = Record<'bookings' | 'tickets', { at: string; key: string }[]>;

/** @param mine selects bookings, each with a ticket where it is that one ticket alone */
async function listBookings(mine: SQL, words: string): Promise<MyBookings> {
  const names = sql`coalesce((select string_agg(t.attendee_name, ' ') from tickets t
    where t.booking_id = b.id and case when mine.ticket_id is null then t.transferred_at is null
      else t.id = mine.ticket_id end), '')`;
  const found = containing(
    sql`e.title || ' ' || o.name || ' ' || coalesce(v.name || ' ' || v.city, '') || ' ' || ${names}`,
    words,
  );
  const reference = normaliseReference(words);
  const { rows } = await database().execute<Row>(sql`
    with mine as (${mine})
    select b.reference, ticket.code, b.status, b.currency, app_now() as now,
      case when mine.ticket_id is null then b.total end as total,
      case when b.status in ('refunded', 'cancelled') or e.status = 'cancelled' or ticket.status = 'void' then 'cancelled'
        when e.ends_at < app_now() and e.status <> 'postponed' then 'past' else 'upcoming' end as shelf,
      case when n.made = 0 then n.wanted else n.have end as tickets, n.offered, n.used,
      coalesce(r.amount, 0) as back, r.at as back_at,
      json_build_object('slug', e.slug, 'title', e.title, 'language', e.language, 'startsAt', e.starts_at,
        'doorsAt', e.doors_at, 'timezone', e.timezone, 'status', e.status,
        'category', json_build_object('slug', c.slug),
        'venue', case when v.id is not null then json_build_object('name', v.name, 'city', v.city) end) as event
    from mine
    join bookings b on b.id = mine.booking_id
    join events e on e.id = b.event_id
    join categories c on c.id = e.category_id
    join organizers o on o.id = e.organizer_id
    left join venues v on v.id = e.venue_id
    left join tickets ticket on ticket.id = mine.ticket_id
    cross join lateral (
      select (select sum(quantity)::int from booking_items i where i.booking_id = b.id) as wanted,
        count(*)::int as made,
        count(*) filter (where mine.ticket_id is not null or t.transferred_at is null)::int as have,
        count(*) filter (where t.status = 'used')::int as used,
        -- Whoever comes with a ticket does not learn where its buyer has offered it.
        count(*) filter (where (mine.ticket_id is null or t.transferred_at is not null) and exists (select from ticket_transfers f
          where f.ticket_id = t.id and f.status = 'offered' and f.expires_at > app_now()))::int as offered
      from tickets t where t.booking_id = b.id and (mine.ticket_id is null or t.id = mine.ticket_id)
    ) n
    left join lateral (
      select sum(f.amount) as amount, max(f.created_at) as at from refunds f join payments p on p.id = f.payment_id
      where mine.ticket_id is null and p.booking_id = b.id and f.status not in ('failed', 'canceled')
    ) r on true
    where ${found ? sql`(${found} or b.reference = ${reference} or ticket.code = ${reference})` : sql`true`}
    order by e.ends_at < app_now(), abs(extract(epoch from e.starts_at - app_now())), b.id
    limit ${MOST}`);
  return {
    now: rows[0] ? new Date(rows[0].now) : new Date(),
    bookings: rows.map(({ reference: own, code, total, back, back_at, event, ...row }) => ({
      status: row.status,
      tickets: row.tickets,
      offered: row.offered,
      used: row.used,
      currency: row.currency,
      shelf: row.shelf,
      at: code === null ? { booking: own } : { ticket: code },
      total: total === null ? null : Number(total),
      returned: back_at === null ? null : { amount: Number(back), at: new Date(back_at) },
      event: {
        ...event,
        startsAt: new Date(event.startsAt),
        doorsAt: event.doorsAt === null ? null : new Date(event.doorsAt),
      },
    })),
  };
}
