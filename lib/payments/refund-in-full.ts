import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';
import { enqueueDelivery } from '../notifications/enqueue-delivery.ts';

type RefundReason = 'late_payment' | 'duplicate' | 'sale_stopped' | 'quarantined' | 'excess';

/**
 * A step: writes down that a payment goes back whole, before Stripe is asked, and has the worker ask. For money that
 * came too late, or twice, or that an admin sends back. Where the booking has ended, its buyer is told.
 *
 * @param amount minor units; what has not been given back already
 */
export async function refundInFull(
  tx: Transaction,
  payment: { id: string; booking_id: string; organizer_id: string; currency: string },
  amount: number,
  reason: RefundReason,
  now: Date,
  actor: Actor = { kind: 'system' },
): Promise<void> {
  if (amount > 0) await beginRefund(tx, payment, amount, reason, now, actor);
  const ended = await tx.execute<{ revision: number }>(sql`
    update bookings set status = 'refunded', ended_at = ${now}, revision = revision + 1
    where id = ${payment.booking_id} and status in ('expired', 'released')
    returning revision`);
  const booking = ended.rows[0];
  if (booking) {
    await enqueueDelivery(tx, {
      kind: 'booking_refunded',
      bookingId: payment.booking_id,
      revision: booking.revision,
    });
  }
}

/** A step: writes down that some of a payment goes back, and has the worker ask Stripe. */
async function beginRefund(
  tx: Transaction,
  payment: { id: string; organizer_id: string; currency: string },
  amount: number,
  reason: RefundReason,
  now: Date,
  actor: Actor,
): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into refunds (payment_id, reason, currency, amount, created_at)
    values (${payment.id}, ${reason}::refund_reason, ${payment.currency}, ${amount}, ${now}) returning id`);
  const refund = rows[0];
  if (!refund) throw new Error(`no refund row for payment ${payment.id}`);
  await tx.execute(sql`update payments set refunded = refunded + ${amount} where id = ${payment.id}`);
  await enqueueJob(tx, 'refund_payment', { refundId: refund.id }, { key: `refund-${refund.id}` });
  await recordAudit(tx, {
    actor,
    organizerId: payment.organizer_id,
    action: 'refund.created',
    object: { type: 'refund', id: refund.id },
    changes: { reason: [null, reason], amount: [null, amount] },
  });
}
