import { sql } from 'drizzle-orm';

/*
 * Until when whoever has a ticket may change what stands on it, or hand it on: conditions on an event `e`, so that a page
 * and the verb behind its form decide by the same words.
 */

/** Until then names can be changed: what the organizer says, else until it starts. */
export const namesChangeableUntil = sql`coalesce(e.names_changeable_until, e.starts_at)`;

const takesPlace = sql`e.status in ('published', 'postponed') and app_now() < e.ends_at`;

/** True while names on its tickets can be changed. */
export const namesChangeable = sql`(${takesPlace} and app_now() < ${namesChangeableUntil})`;

/** True while its tickets can change hands. */
export const transfersOpen = sql`(${takesPlace} and e.transfers_allowed)`;

/** When an offer made now ends: when the doors open, or for one made later when the event is over. */
export const offersEndAt = sql`case when app_now() < coalesce(e.doors_at, e.starts_at)
  then coalesce(e.doors_at, e.starts_at) else e.ends_at end`;
