import { and, eq, type SQL, sql } from 'drizzle-orm';
import { categories, events, organizers, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { eventState, type SalesState, type TicketTypeStock } from './sales-state.ts';

/** An event as it stands in a list. */
export type EventCard = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** Of title and summary, a BCP 47 tag. */
  language: string;
  category: { slug: string; name: string };
  organizerName: string;
  online: boolean;
  venue: { name: string; city: string; country: string } | null;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  currency: string;
  /**
   * The cheapest and the dearest ticket, fee included, in minor units: of those that can still be had, or will be; of
   * all when none can. Null when the event has no ticket types.
   */
  priceFrom: number | null;
  priceTo: number | null;
  state: SalesState;
};

/**
 * The id of the event of the outer query, for subqueries. Named in full: Drizzle writes a column without its table
 * when a select has no join, and inside a subquery that would be a column of its own table.
 */
export const thisEvent = sql.raw('"events"."id"');

/** What an event costs and whether anything is left for anyone, as a lateral join; `offers.*` in conditions. */
export const offers = sql`(
  select
    coalesce(min(offer.price) filter (where offer.obtainable), min(offer.price)) as price_from,
    coalesce(max(offer.price) filter (where offer.obtainable), max(offer.price)) as price_to,
    coalesce(bool_or(offer.obtainable), false) as obtainable
  from (
    select
      t.price + t.fee as price,
      coalesce(t.sales_end_at, ${events.startsAt}) > (select app_now()) and stock.unsold >= t.min_per_booking
        as obtainable
    from ticket_types t
    cross join lateral (
      select coalesce(min(p.capacity - p.sold), 0) as unsold
      from ticket_type_pools tp join capacity_pools p on p.id = tp.pool_id
      where tp.ticket_type_id = t.id
    ) stock
    where t.event_id = ${thisEvent}
  ) offer
) offers`;

/** As JSON brings it: instants are text. */
type StockRow = Omit<TicketTypeStock, 'salesStartAt' | 'salesEndAt'> & {
  salesStartAt: string | null;
  salesEndAt: string | null;
};

/** The ticket types of an event with the counters of their pools, as one value. */
export const stockOfEvent = sql<StockRow[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id,
    'salesStartAt', t.sales_start_at,
    'salesEndAt', t.sales_end_at,
    'minPerBooking', t.min_per_booking,
    'pools', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'capacity', p.capacity, 'sold', p.sold, 'held', p.held
      )), '[]')
      from ticket_type_pools tp join capacity_pools p on p.id = tp.pool_id
      where tp.ticket_type_id = t.id
    )
  ) order by t.position, t.id), '[]')
  from ticket_types t where t.event_id = ${thisEvent}
)`;

const instantOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** Turns what `stockOfEvent` selected into what the states are computed from. */
export function stockFrom(rows: readonly StockRow[]): TicketTypeStock[] {
  return rows.map((row) => ({
    ...row,
    salesStartAt: instantOrNull(row.salesStartAt),
    salesEndAt: instantOrNull(row.salesEndAt),
  }));
}

/** A category's name in a language; English where it has none in that. */
export const categoryName = (locale: string) =>
  sql<string>`coalesce(${categories.names} ->> ${locale}, ${categories.names} ->> 'en')`;

/** What one event of a category is called: its name, where there is no other word for one of them. */
export const kindName = (locale: string) =>
  sql<string>`coalesce(${categories.singulars} ->> ${locale}, ${categories.names} ->> ${locale},
    ${categories.singulars} ->> 'en', ${categories.names} ->> 'en')`;

/** How long ago a run may have begun and still be listed: a bound that lets the index by start be used. */
export const LONGEST_RUN = sql`interval '3 months'`;

/** Nothing of it is sold: it was taken down, or its organizer is suspended. For queries that join the organizer. */
export const isStopped = sql<boolean>`(${events.takenDownAt} is not null or ${organizers.suspendedAt} is not null)`;

/** The opposite, for lists of events alone; who is suspended is looked up once a query. */
export const isNotStopped = sql`${events.takenDownAt} is null
  and ${events.organizerId} not in (select o.id from organizers o where o.suspended_at is not null)`;

const notOver = sql`${events.endsAt} > (select app_now())
  and ${events.startsAt} > (select app_now()) - ${LONGEST_RUN} and ${isNotStopped}`;

/** What takes place: published, not stopped and not over. */
export const isUpcoming = sql`${events.status} = 'published' and ${notOver}`;

/** The same, and what is postponed or cancelled, until its day. */
export const isAnnounced = sql`${events.status} <> 'draft' and ${notOver}`;

/**
 * Reads cards in the order of their start, in one statement.
 *
 * @param among what takes place, unless told otherwise
 * @param condition may speak of events, venues (null for an event without one), categories, organizers and `offers`
 */
export async function readEventCards(
  db: Queryable,
  {
    condition,
    locale,
    limit,
    among = isUpcoming,
  }: { condition: SQL | undefined; locale: string; limit: number; among?: SQL },
): Promise<EventCard[]> {
  const rows = await db
    .select({
      id: events.id,
      slug: events.slug,
      title: events.title,
      summary: events.summary,
      language: events.language,
      category: { slug: categories.slug, name: categoryName(locale) },
      organizerName: organizers.name,
      online: events.online,
      venue: { name: venues.name, city: venues.city, country: venues.country },
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timezone: events.timezone,
      currency: events.currency,
      priceFrom: sql<number | null>`offers.price_from`.mapWith(Number),
      priceTo: sql<number | null>`offers.price_to`.mapWith(Number),
      stock: stockOfEvent,
      now: sql`app_now()`.mapWith(events.startsAt),
    })
    .from(events)
    .innerJoin(categories, eq(categories.id, events.categoryId))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .leftJoin(venues, eq(venues.id, events.venueId))
    .crossJoinLateral(offers)
    .where(and(among, condition))
    .orderBy(events.startsAt, events.id)
    .limit(limit);
  return rows.map(({ stock, now, status, ...card }) => ({
    ...card,
    // What is stopped is in no list.
    state: eventState({ ...card, status, stopped: false }, stockFrom(stock), now),
  }));
}
