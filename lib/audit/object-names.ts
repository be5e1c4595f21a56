import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import type { AuditObject } from './actions.ts';

/** What something is called today, where it has a page of its own, and the currency of its amounts. */
export type ObjectName = { name: string | null; slug: string | null; currency: string | null };

/** How each kind of object is looked up: `id`, `name`, `slug` where it has one, and, where it has amounts, `currency`. */
const lookups: Record<AuditObject, (ids: SQL, locale: string) => SQL> = {
  booking: (ids) => sql`select id, reference as name, currency from bookings where id = any(${ids})`,
  capacity_pool: (ids) => sql`
    select p.id, p.name || ', ' || e.title as name, e.currency
    from capacity_pools p join events e on e.id = p.event_id where p.id = any(${ids})`,
  category: (ids, locale) => sql`
    select id, coalesce(names ->> ${locale}, names ->> 'en', slug) as name, null as currency
    from categories where id = any(${ids})`,
  event: (ids) => sql`select id, title as name, slug, currency from events where id = any(${ids})`,
  invitation: (ids) => sql`
    select id, email as name, null as currency from member_invitations where id = any(${ids})`,
  // Numbers of the queue, which are their own names; see below.
  job: () => sql`select null as id, null as name, null as currency where false`,
  organizer: (ids) => sql`select id, name, slug, null as currency from organizers where id = any(${ids})`,
  payment: (ids) => sql`
    select p.id, b.reference as name, p.currency
    from payments p join bookings b on b.id = p.booking_id where p.id = any(${ids})`,
  refund: (ids) => sql`
    select r.id, b.reference as name, r.currency from refunds r
    join payments p on p.id = r.payment_id join bookings b on b.id = p.booking_id where r.id = any(${ids})`,
  ticket: (ids) => sql`
    select t.id, k.name || ', ' || b.reference as name, b.currency
    from tickets t join ticket_types k on k.id = t.ticket_type_id join bookings b on b.id = t.booking_id
    where t.id = any(${ids})`,
  user: (ids) => sql`select id, name, null as currency from users where id = any(${ids})`,
  venue: (ids) => sql`select id, name, null as currency from venues where id = any(${ids})`,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const isKnown = (type: string): type is AuditObject => Object.hasOwn(lookups, type);

/**
 * What the objects of some entries are called today: the log itself keeps ids alone. What is gone has no name.
 *
 * @returns names by `type id`
 */
export async function objectNames(
  db: Queryable,
  objects: readonly { type: string; id: string }[],
  locale: string,
): Promise<Map<string, ObjectName>> {
  const found = new Map<string, ObjectName>();
  for (const type of new Set(objects.map((object) => object.type))) {
    if (!isKnown(type)) continue;
    if (type === 'job') {
      for (const { id } of objects.filter((object) => object.type === type)) {
        found.set(`${type} ${id}`, { name: id, slug: null, currency: null });
      }
      continue;
    }
    const ids = objects.filter((object) => object.type === type && isUuid(object.id)).map(({ id }) => id);
    if (ids.length === 0) continue;
    const wanted = sql`${sql.param(ids)}::uuid[]`;
    const { rows } = await db.execute<{ id: string; name: string; slug?: string; currency: string | null }>(
      lookups[type](wanted, locale),
    );
    for (const { id, name, slug = null, currency } of rows) {
      found.set(`${type} ${id}`, { name, slug, currency });
    }
  }
  return found;
}
