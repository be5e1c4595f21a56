import { sql } from 'drizzle-orm';
import { isUuid } from '../audit/object-names.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';

export type QuarantinedPayment = {
  id: string;
  booking_id: string;
  organizer_id: string;
  currency: string;
  quarantine_reason: string;
  /** Minor units, as everywhere; what has not been given back already. */
  left: number;
};

/**
 * A step: locks a payment in quarantine, its booking first as everybody does.
 *
 * @returns null when somebody has decided about it already
 * @throws DomainError `not_found` for one that never was in quarantine
 */
export async function lockQuarantinedPayment(
  tx: Transaction,
  paymentId: string,
): Promise<QuarantinedPayment | null> {
  if (!isUuid(paymentId)) throw new DomainError('not_found');
  await tx.execute(sql`
    select from bookings where id = (select booking_id from payments where id = ${paymentId}) for no key update`);
  const { rows } = await tx.execute<QuarantinedPayment & { outcome: string; left: string }>(sql`
    select p.id, p.booking_id, b.organizer_id, p.currency, p.outcome, p.quarantine_reason,
      p.captured - p.refunded as left
    from payments p join bookings b on b.id = p.booking_id
    where p.id = ${paymentId} and p.quarantine_reason is not null for no key update of p`);
  const payment = rows[0];
  if (!payment) throw new DomainError('not_found');
  return payment.outcome === 'quarantined' ? { ...payment, left: Number(payment.left) } : null;
}
