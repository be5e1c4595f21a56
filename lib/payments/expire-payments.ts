import { sql } from 'drizzle-orm';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, database } from '../database.ts';
import { log } from '../log.ts';
import { type CancelResult, cancelOpenPayment } from './cancel-open-payment.ts';

/** Payments looked at in one run, and at once; each is a call or two to Stripe. */
const BATCH = 50;
const AT_ONCE = 5;
/** How long one that could not be cancelled is left alone. */
const PAUSE_SECONDS = 10;
/** How long places wait for a payment that cannot be cancelled. One that succeeds later counts as late. */
const GRACE_MINUTES = 5;
/** How long a bank may think before we look again. */
const PROCESSING_MINUTES = 5;

type DuePayment = { id: string; booking_id: string; overdue: boolean };

const due = sql`
  select p.id, p.booking_id, p.checked_at,
    b.expires_at < clock.now - make_interval(mins => ${GRACE_MINUTES}) as overdue
  from bookings b join payments p on p.booking_id = b.id, (select app_now() as now) clock
  where b.status in ('held', 'paying') and b.expires_at <= clock.now
    and p.status not in ('succeeded', 'canceled')
    and (p.checked_at is null or p.checked_at < clock.now - make_interval(secs => ${PAUSE_SECONDS}))`;

/** True when `expirePayments` would find something to do. */
export async function isPaymentExpiryDue(): Promise<boolean> {
  const { rows } = await database().execute<{ due: boolean }>(sql`select exists (${due}) as due`);
  return rows[0]?.due === true;
}

/**
 * A flow: ends holds whose time is up although a payment was begun. Cancel first, release after: only once Stripe says
 * that the intent can no longer be paid may somebody else have the places. If Stripe says it is paid, the booking is
 * fulfilled. If that cannot be learned, whatever the reason, the places wait a bounded time and are then released.
 */
export async function expirePayments(): Promise<void> {
  const { rows } = await database().execute<DuePayment>(sql`
    ${due} order by p.checked_at nulls first, b.expires_at limit ${BATCH}`);
  let reachable = true;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const results = await Promise.all(
      rows.slice(start, start + AT_ONCE).map((payment) => expireOne(payment, reachable)),
    );
    // When it does not answer one, the others need not wait for it in turn.
    if (results.includes('unreachable')) reachable = false;
  }
}

async function expireOne(payment: DuePayment, reachable: boolean): Promise<Result> {
  const { booking_id: bookingId, overdue } = payment;
  await database().execute(sql`update payments set checked_at = app_now() where id = ${payment.id}`);
  const result = reachable ? await cancel(bookingId) : 'unreachable';
  if (result === 'succeeded') return result;
  if (result === 'processing') {
    await database().execute(sql`
      update bookings set expires_at = app_now() + make_interval(mins => ${PROCESSING_MINUTES})
      where id = ${bookingId} and status in ('held', 'paying')`);
    return result;
  }
  const unknown = result === 'unreachable' || result === 'refused';
  if (unknown && !overdue) return result;
  await database().transaction(async (tx) => {
    const now = await appNow(tx);
    const { rowCount } = await tx.execute(sql`
      select from bookings where id = ${bookingId} and expires_at <= ${now} for no key update`);
    if (rowCount === 0) return;
    await releasePlaces(tx, [bookingId], ['held', 'paying'], 'expired', now, {
      evenIfPayable: unknown,
    });
  });
  return result;
}

type Result = CancelResult | 'refused';

/** A refusal that we did not foresee keeps places no longer than a Stripe that is away. */
async function cancel(bookingId: string): Promise<Result> {
  try {
    return await cancelOpenPayment(bookingId);
  } catch (error) {
    log().error({ err: error, bookingId }, 'a payment could not be cancelled');
    return 'refused';
  }
}
