import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { BookingStatus } from '../booking/read-booking.ts';
import type { Queryable } from '../database.ts';
import type { PaymentsMode } from '../payments-mode.ts';
import { stripeDashboard } from './stripe-dashboard.ts';

export type QuarantinedRow = {
  id: string;
  intentId: string | null;
  /** Where Stripe shows it; null in the sandbox. */
  stripeUrl: string | null;
  /** Why it is here: a code such as `amount_differs`. */
  reason: string;
  /** Minor units: what was asked for, what Stripe took, what has gone back. */
  asked: number;
  captured: number;
  refunded: number;
  currency: string;
  /** What Stripe said about a refund that failed, as its code. */
  refundFailure: string | null;
  booking: { reference: string; status: BookingStatus; buyerName: string | null };
  event: { title: string };
  organizer: { name: string };
  paidAt: Date;
  /** Since when it waits: later than it was paid where a refund has failed. */
  since: Date;
};

/** Money about which somebody has decided. */
export type DecidedRow = {
  auditId: number;
  at: Date;
  /** Whoever decided; null when their account is gone. */
  by: string | null;
  decision: 'sent_back' | 'settled';
  /** In their words; null when they are erased. */
  note: string | null;
  /** Minor units. */
  captured: number;
  currency: string;
  reference: string;
};

/** How many decisions are shown. */
const DECIDED = 20;

/**
 * Money that came in and that nobody knows what to do with, the oldest first, and what was decided lately.
 *
 * @param size most payments that are named; the number in all is told apart
 * @throws what `assertMay` throws.
 */
export async function listQuarantinedPayments(
  db: Queryable,
  actor: Actor,
  size = 100,
): Promise<{ waiting: QuarantinedRow[]; all: number; decided: DecidedRow[] }> {
  assertMay(actor, 'quarantine.list');
  const { rows } = await db.execute<Waiting>(sql`
    select p.id, p.stripe_payment_intent_id as "intentId", p.payments_mode as mode, p.quarantine_reason as reason,
      p.amount, p.captured, p.refunded, p.currency, p.succeeded_at as "paidAt",
      (select r.failure_reason from refunds r where r.payment_id = p.id and r.status = 'failed'
       order by r.created_at desc limit 1) as "refundFailure",
      greatest(p.succeeded_at,
        (select max(a.at) from audit_log a
         where a.object_type = 'payment' and a.object_id = p.id::text and a.action = 'payment.quarantined'),
        (select max(a.at) from refunds r join audit_log a on a.object_type = 'refund' and a.object_id = r.id::text
         where r.payment_id = p.id and a.action = 'refund.failed')) as since,
      b.reference, b.status, b.buyer_name as "buyerName", e.title, o.name as organizer,
      count(*) over ()::int as all
    from payments p join bookings b on b.id = p.booking_id join events e on e.id = b.event_id
      join organizers o on o.id = b.organizer_id
    where p.outcome = 'quarantined' order by p.created_at, p.id limit ${size}`);
  return {
    waiting: rows.map((row) => ({
      id: row.id,
      intentId: row.intentId,
      stripeUrl: stripeDashboard(row.mode, row.intentId),
      reason: row.reason,
      asked: Number(row.amount),
      captured: Number(row.captured),
      refunded: Number(row.refunded),
      currency: row.currency,
      refundFailure: row.refundFailure,
      booking: { reference: row.reference, status: row.status, buyerName: row.buyerName },
      event: { title: row.title },
      organizer: { name: row.organizer },
      paidAt: new Date(row.paidAt),
      since: new Date(row.since),
    })),
    all: rows[0]?.all ?? 0,
    decided: await decidedLately(db),
  };
}

type Waiting = Pick<QuarantinedRow, 'id' | 'intentId' | 'reason' | 'currency' | 'refundFailure'> & {
  mode: PaymentsMode;
  amount: string;
  captured: string;
  refunded: string;
  paidAt: Date;
  since: Date;
  reference: string;
  status: BookingStatus;
  buyerName: string | null;
  title: string;
  organizer: string;
  all: number;
};

/** The log is what knows who decided, when and why. */
async function decidedLately(db: Queryable): Promise<DecidedRow[]> {
  const { rows } = await db.execute<
    Omit<DecidedRow, 'auditId' | 'captured'> & { auditId: string; captured: string }
  >(sql`
    select a.id as "auditId", a.at, u.name as by, split_part(a.action, '.', 2) as decision,
      (select d.changes -> 'reason' ->> 1 from audit_details d
       where d.audit_id = a.id and d.changes ? 'reason') as note,
      p.captured, p.currency, b.reference
    from audit_log a join payments p on a.object_type = 'payment' and p.id = a.object_id::uuid
      join bookings b on b.id = p.booking_id
      left join users u on u.id = a.actor_user_id
    where a.action in ('payment.sent_back', 'payment.settled')
    order by a.id desc limit ${DECIDED}`);
  return rows.map((row) => ({
    ...row,
    auditId: Number(row.auditId),
    at: new Date(row.at),
    captured: Number(row.captured),
  }));
}
