import { sql } from 'drizzle-orm';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, database } from '../database.ts';

/** Holds released in one transaction. */
const BATCH = 500;

/**
 * A flow: puts the places of holds whose time is up back on sale, as far as no payment of theirs can still succeed. No
 * network, many at once, so nothing that Stripe does can delay it. Safe to run twice at once. The others are for
 * `expire-payments`.
 *
 * @returns how many bookings expired
 */
export async function expireHolds(): Promise<number> {
  let expired = 0;
  for (;;) {
    const { found, ended } = await expireBatch();
    expired += ended;
    if (found < BATCH) return expired;
  }
}

async function expireBatch(): Promise<{ found: number; ended: number }> {
  return database().transaction(async (tx) => {
    const now = await appNow(tx);
    const { rows } = await tx.execute<{ id: string }>(sql`
      select id from bookings b
      where status in ('held', 'paying') and expires_at <= ${now}
        and not exists (
          select from payments p where p.booking_id = b.id and p.status not in ('succeeded', 'canceled'))
      order by expires_at limit ${BATCH} for no key update skip locked`);
    const ids = rows.map((row) => row.id);
    const ended = await releasePlaces(tx, ids, ['held', 'paying'], 'expired', now);
    return { found: ids.length, ended: ended.length };
  });
}

/** True when `expireHolds` would find something to do. */
export async function isExpiryDue(): Promise<boolean> {
  const { rows } = await database().execute<{ due: boolean }>(sql`
    select exists (
      select from bookings b
      where status in ('held', 'paying') and expires_at <= (select app_now())
        and not exists (
          select from payments p where p.booking_id = b.id and p.status not in ('succeeded', 'canceled'))
    ) as due`);
  return rows[0]?.due === true;
}
