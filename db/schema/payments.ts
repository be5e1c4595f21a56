import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings, paymentsMode } from './bookings.ts';
import { createdAt, id, instant, minorUnits } from './columns.ts';

/** Mirrors Stripe's PaymentIntent; `creating` is ours, for the time before Stripe has answered. */
export const paymentStatus = pgEnum('payment_status', [
  'creating',
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'succeeded',
  'canceled',
]);

/** What became of money that came in. */
export const paymentOutcome = pgEnum('payment_outcome', [
  'fulfilled',
  'refunding',
  'quarantined',
  /** An admin has dealt with one in quarantine by other means, and said how. */
  'settled',
]);

/** Money in: one Stripe PaymentIntent. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    /** Together with the booking the idempotency key under which Stripe made the intent. */
    attempt: integer().notNull(),
    stripePaymentIntentId: text().unique(),
    paymentsMode: paymentsMode().notNull(),
    status: paymentStatus().notNull().default('creating'),
    currency: text().notNull(),
    amount: minorUnits().notNull(),
    /** What Stripe really took. */
    captured: minorUnits().notNull().default(0),
    /** Sum of the refunds that have not failed. */
    refunded: minorUnits().notNull().default(0),
    /** Null until it has succeeded. */
    outcome: paymentOutcome(),
    /** Why it is in quarantine: a code such as `amount_differs`. */
    quarantineReason: text(),
    /** Stripe's decline or error code of the last try. */
    lastErrorCode: text(),
    /** What the bank said, for the buyer to read. */
    lastErrorMessage: text(),
    succeededAt: instant(),
    /** When Stripe was last asked about it by the sweeper. */
    checkedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('payments_attempt').on(t.bookingId, t.attempt),
    index('payments_open').on(t.createdAt).where(sql`${t.status} not in ('succeeded', 'canceled')`),
    index('payments_quarantined').on(t.createdAt).where(sql`${t.outcome} = 'quarantined'`),
    check('payments_amount', sql`${t.amount} > 0 and ${t.captured} >= 0`),
    check('payments_refunds_never_exceed', sql`${t.refunded} between 0 and ${t.captured}`),
    check('payments_outcome', sql`(${t.outcome} is not null) = (${t.status} = 'succeeded')`),
    check(
      'payments_quarantine_has_reason',
      sql`${t.outcome} is distinct from 'quarantined' or ${t.quarantineReason} is not null`,
    ),
    check(
      'payments_has_intent',
      sql`${t.status} in ('creating', 'canceled') or ${t.stripePaymentIntentId} is not null`,
    ),
  ],
);

/** Mirrors Stripe's Refund; `creating` is ours, for the time before Stripe has answered. */
export const refundStatus = pgEnum('refund_status', [
  'creating',
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
]);

export const refundReason = pgEnum('refund_reason', [
  'late_payment',
  'duplicate',
  'made_in_stripe',
  /** It was paid when nothing of the event was sold any more. */
  'sale_stopped',
  /** An admin has decided so about a payment in quarantine. */
  'quarantined',
  /** Of a payment that was accepted: what it was more than the booking. */
  'excess',
]);

/** Money out. The row is there before Stripe is asked; its id is the idempotency key. */
export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    stripeRefundId: text().unique(),
    status: refundStatus().notNull().default('creating'),
    reason: refundReason().notNull(),
    currency: text().notNull(),
    amount: minorUnits().notNull(),
    failureReason: text(),
    /** When Stripe was last asked about it by the sweeper. */
    checkedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('refunds_payment').on(t.paymentId),
    index('refunds_open')
      .on(t.createdAt)
      .where(sql`${t.status} in ('creating', 'pending', 'requires_action')`),
    check('refunds_amount', sql`${t.amount} > 0`),
  ],
);

/** What Stripe told us, as it told it. Kept 90 days. */
export const stripeEvents = pgTable(
  'stripe_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    livemode: boolean().notNull(),
    /** The object the event speaks of, such as pi_… */
    objectId: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    receivedAt: instant().notNull().default(sql`app_now()`),
    processedAt: instant(),
    /** Tries to handle it that failed, and when the last one was. */
    attempts: integer().notNull().default(0),
    checkedAt: instant(),
  },
  (t) => [
    index('stripe_events_unprocessed').on(t.receivedAt).where(sql`${t.processedAt} is null`),
    index('stripe_events_age').on(t.receivedAt),
    index('stripe_events_object').on(t.objectId),
  ],
);
