import { sql } from 'drizzle-orm';
import { database } from '../database.ts';
import { log } from '../log.ts';
import { cancelOpenPayment } from './cancel-open-payment.ts';
import { handleStripeEvent } from './handle-stripe-event/handle-stripe-event.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { refundPayment } from './refund-payment.ts';

/** How long an open payment is left alone before Stripe is asked again. */
const CHECK_MINUTES = 1;
const BATCH = 50;

/** What is due at a given moment of the application's time; the worker asks before it adds a job. */
const due = sql`now_at as (select app_now() as now)`;

const duePayments = sql`
  select p.id, p.booking_id, p.stripe_payment_intent_id as intent_id,
    b.status not in ('held', 'paying', 'awaiting_payment') as over
  from payments p join bookings b on b.id = p.booking_id, now_at
  where p.status not in ('succeeded', 'canceled')
    and coalesce(p.checked_at, p.created_at) < now_at.now - make_interval(mins => ${CHECK_MINUTES})`;

/** The pause doubles with every try, up to an hour, so that what can never be handled keeps nobody waiting. */
const dueEvents = sql`
  select s.id from stripe_events s, now_at
  where s.processed_at is null
    and coalesce(s.checked_at, s.received_at)
      < now_at.now - make_interval(mins => ${CHECK_MINUTES} * least(power(2, s.attempts), 60)::int)`;

const dueRefunds = sql`
  select r.id from refunds r, now_at
  where r.status in ('creating', 'pending', 'requires_action')
    and coalesce(r.checked_at, r.created_at) < now_at.now - make_interval(mins => ${CHECK_MINUTES})`;

/** True when `reconcileDue` would find something to do. */
export async function isReconcileDue(): Promise<boolean> {
  const { rows } = await database().execute<{ due: boolean }>(sql`
    with ${due} select exists (${duePayments}) or exists (${dueEvents}) or exists (${dueRefunds}) as due`);
  return rows[0]?.due === true;
}

/**
 * A flow: asks Stripe about everything that should have been heard of by now: payments that are still open, events
 * that were stored and not processed, refunds on their way. So a webhook that never comes costs a minute, not a sale.
 */
export async function reconcileDue(): Promise<void> {
  const db = database();
  const payments = await db.execute<{
    id: string;
    booking_id: string;
    intent_id: string | null;
    over: boolean;
  }>(sql`
    with ${due} ${duePayments} order by coalesce(p.checked_at, p.created_at) limit ${BATCH}`);
  for (const payment of payments.rows) {
    await db.execute(sql`update payments set checked_at = app_now() where id = ${payment.id}`);
    // An intent of a booking that has ended must not be paid any more.
    await attempt({ paymentId: payment.id }, () =>
      payment.over || payment.intent_id === null
        ? cancelOpenPayment(payment.booking_id)
        : reconcilePayment(payment.intent_id),
    );
  }
  const events = await db.execute<{ id: string }>(sql`
    with ${due} ${dueEvents} order by coalesce(s.checked_at, s.received_at) limit ${BATCH}`);
  for (const { id } of events.rows) {
    await db.execute(sql`
      update stripe_events set checked_at = app_now(), attempts = attempts + 1 where id = ${id}`);
    await attempt({ stripeEventId: id }, () => handleStripeEvent(id));
  }
  const refunds = await db.execute<{ id: string }>(sql`
    with ${due} ${dueRefunds} order by coalesce(r.checked_at, r.created_at) limit ${BATCH}`);
  for (const { id } of refunds.rows) {
    await db.execute(sql`update refunds set checked_at = app_now() where id = ${id}`);
    await attempt({ refundId: id }, () => refundPayment(id));
  }
}

/** One that fails must not keep the others waiting; it is due again in a minute. */
async function attempt(what: Record<string, string>, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log().error({ err: error, ...what }, 'could not be reconciled');
  }
}
