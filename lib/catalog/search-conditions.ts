import { and, eq, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import { categories, events } from '#db/schema/index.ts';
import { currencyCodes, currencyDecimals } from '../money.ts';
import { LONGEST_RUN } from './event-cards.ts';
import { ONLINE, type SearchFilters } from './search-events.schema.ts';

/**
 * The filters of the event list as conditions, one each, so that a count for one filter can leave that filter out.
 * Each is built so that an index can serve it.
 */
export type SearchConditions = {
  category: SQL | undefined;
  city: SQL | undefined;
  /** Text, dates, price and stock. */
  others: SQL | undefined;
};

const today = sql`((select app_now()) at time zone ${events.timezone})::date`;
const firstDay = sql`(${events.startsAt} at time zone ${events.timezone})::date`;
/** A night that ends in the morning belongs to the day it began; an exhibition to each of its days. */
const lastDay = sql`greatest(${firstDay}, ((${events.endsAt} - interval '12 hours') at time zone ${events.timezone})::date)`;
/** The Saturday of this week, also when today is Sunday. */
const saturday = sql`(${today} + (6 - extract(isodow from ${today})::int))`;

/** True when some day of the event lies in a range of local dates; the event's zone decides what day it is. */
function onDays(from: SQL | null, to: SQL | null): SQL | undefined {
  return and(from ? sql`${lastDay} >= ${from}` : undefined, to ? sql`${firstDay} <= ${to}` : undefined);
}

/** What begins in the next so many days, roughly and in absolute time: a bound for the index by start. */
const beginsWithin = (days: number) =>
  sql`${events.startsAt} < (select app_now()) + make_interval(days => ${days})`;

const isToday = and(onDays(today, today), beginsWithin(2));

/** When a weekend begins on its Friday, on the clock of the place. */
const FRIDAY_EVENING = '17:00';

const isFridayNight = sql`(${firstDay} = ${saturday} - 1 and ${today} <= ${saturday} - 1
  and (${events.startsAt} at time zone ${events.timezone})::time >= ${FRIDAY_EVENING}::time)`;

/** From Friday evening to Sunday. */
const isThisWeekend = and(
  or(onDays(sql`greatest(${saturday}, ${today})`, sql`${saturday} + 1`), isFridayNight),
  beginsWithin(9),
);

function dates({ from, to, when }: SearchFilters): SQL | undefined {
  if (when === 'today') return isToday;
  if (when === 'weekend') return isThisWeekend;
  if (when === 'week') return and(onDays(today, sql`${today} + 6`), beginsWithin(9));
  const first = from ? sql`${from}::date` : null;
  const last = to ? sql`${to}::date` : null;
  return and(
    onDays(first, last),
    // Absolute bounds again, wider than any zone is off and any run is long.
    first ? sql`${events.startsAt} > ${first} - ${LONGEST_RUN}` : undefined,
    last ? sql`${events.startsAt} < ${last} + interval '3 days'` : undefined,
  );
}

const notBegun = sql`${events.startsAt} > (select app_now())`;

const afterToday = sql`${firstDay} > ${today}`;

/** The shelves of the home page: what has not begun stands on one of them. */
export const shelves = {
  tonight: and(isToday, notBegun),
  weekend: and(isThisWeekend, notBegun, afterToday),
  soon: and(notBegun, afterToday, not(isThisWeekend ?? sql`false`)),
};

/**
 * Text to find anywhere, with nothing in it that `like` would take for a wildcard: looked for after full-width signs have
 * become plain ones.
 */
const containing = (word: string) =>
  sql`'%' || regexp_replace(search_text(${word}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;

/**
 * Every word must occur in title, summary, venue, city, organizer or kind. The venues, organizers and kinds that
 * match are found first, as arrays, so that the planner can combine the index on each column with the one on the text.
 */
function text(q: string | null): SQL | undefined {
  const words = (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8);
  return and(
    ...words.map((word) => {
      const pattern = containing(word);
      return sql`(
        search_text(${events.title} || ' ' || ${events.summary}) like ${pattern}
        or ${events.venueId} = any (array(
          select v.id from venues v where search_text(v.name || ' ' || v.city) like ${pattern}))
        or ${events.organizerId} = any (array(
          select o.id from organizers o where search_text(o.name) like ${pattern}))
        or ${events.categoryId} = any (array(
          select c.id from categories c, jsonb_each_text(c.names) n where search_text(n.value) like ${pattern}))
      )`;
    }),
  );
}

/** The amount in minor units of whatever currency the event has, as one parameter for all. */
function price(most: SearchFilters['price']): SQL | undefined {
  if (most === null) return undefined;
  if (most === 'free') return sql`offers.price_from = 0`;
  if (most === 'paid') return sql`offers.price_from > 0`;
  const limits = Object.fromEntries(currencyCodes.map((code) => [code, most * 10 ** currencyDecimals(code)]));
  return sql`offers.price_from <= (${JSON.stringify(limits)}::jsonb ->> ${events.currency})::bigint`;
}

function city(name: string | null): SQL | undefined {
  if (name === null) return undefined;
  if (name.toLowerCase() === ONLINE) return eq(events.online, true);
  return sql`${events.venueId} = any (array(
    select v.id from venues v where search_text(v.city) = search_text(${name})))`;
}

/** Turns filters into conditions; a filter that is not set has none. */
export function searchConditions(filters: SearchFilters): SearchConditions {
  return {
    // The address of one that was merged into another leads there.
    category:
      filters.categories.length > 0
        ? inArray(
            events.categoryId,
            sql`(select coalesce(known.merged_into, known.id) from ${categories} known
              where known.slug = any(${sql.param(filters.categories)}::text[]))`,
          )
        : undefined,
    city: city(filters.city),
    others: and(
      text(filters.q),
      dates(filters),
      price(filters.price),
      filters.hideSoldOut ? sql`offers.obtainable and ${events.status} = 'published'` : undefined,
    ),
  };
}

/** Whether a search has to know what events cost or have left; without that it can be counted much faster. */
export const needsOffers = (filters: SearchFilters) => filters.price !== null || filters.hideSoldOut;

/** Everything that comes after the event a page ended with. */
export function afterCursor(cursor: string | null): SQL | undefined {
  if (cursor === null) return undefined;
  const [startsAt, id] = cursor.split('_');
  return sql`(${events.startsAt}, ${events.id}) > (${startsAt}::timestamptz, ${id}::uuid)`;
}
