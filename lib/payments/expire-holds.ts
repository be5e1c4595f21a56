import { sql } from 'drizzle-orm';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, database } from '../database.ts';
import { log } from '../log.ts';
import { cancelOpenPayment } from './cancel-open-payment.ts';

/** Holds released in one transaction. */
const BATCH = 500;
/** Payments cancelled in one run; each is a call to Stripe. */
const CANCEL_BATCH = 50;
/** How long places wait for a Stripe that does not answer. A payment that succeeds later counts as late. */
const GRACE_MINUTES = 5;
/** How long a bank may think before we look again. */
const PROCESSING_MINUTES = 5;

/**
 * A flow: puts the places of holds whose time is up back on sale. Cancel first, release after: where a payment has
 * begun, its intent is cancelled at Stripe before anyone else can have the places. Safe to run twice at once.
 *
 * @returns how many bookings expired
 */
export async function expireHolds(): Promise<number> {
  let expired = 0;
  for (;;) {
    const count = await expireUnpaid();
    expired += count;
    if (count < BATCH) break;
  }
  const { rows } = await database().execute<{ id: string; overdue: boolean }>(sql`
    select id, expires_at < app_now() - make_interval(mins => ${GRACE_MINUTES}) as overdue
    from bookings where status in ('held', 'paying') and expires_at <= (select app_now())
    order by expires_at limit ${CANCEL_BATCH}`);
  for (const { id, overdue } of rows) {
    try {
      if (await expirePaying(id, overdue)) expired += 1;
    } catch (error) {
      // One booking in trouble must not keep the others' places; the next run tries again.
      log().error({ err: error, bookingId: id }, 'a hold could not be expired');
    }
  }
  return expired;
}

/** Holds whose payment has not begun: no network, many at once. */
async function expireUnpaid(): Promise<number> {
  return database().transaction(async (tx) => {
    const now = await appNow(tx);
    const { rows } = await tx.execute<{ id: string }>(sql`
      select id from bookings b
      where status = 'held' and expires_at <= ${now}
        and not exists (select from payments p where p.booking_id = b.id and p.status <> 'canceled')
      order by expires_at limit ${BATCH} for no key update skip locked`);
    const ids = rows.map((row) => row.id);
    await releasePlaces(tx, ids, ['held'], 'expired', now);
    return ids.length;
  });
}

async function expirePaying(id: string, overdue: boolean): Promise<boolean> {
  const result = await cancelOpenPayment(id);
  if (result === 'succeeded') return false;
  if (result === 'processing') {
    await database().execute(sql`
      update bookings set expires_at = app_now() + make_interval(mins => ${PROCESSING_MINUTES})
      where id = ${id} and status in ('held', 'paying')`);
    return false;
  }
  if (result === 'unreachable' && !overdue) return false;
  return database().transaction(async (tx) => {
    const now = await appNow(tx);
    const due = await tx.execute(sql`
      select id from bookings where id = ${id} and expires_at <= ${now} for no key update`);
    if (due.rowCount === 0) return false;
    const ended = await releasePlaces(tx, [id], ['held', 'paying'], 'expired', now);
    return ended.length === 1;
  });
}
