import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  interval,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings.ts';
import { citext, createdAt, id, instant } from './columns.ts';
import { organizers } from './organizers.ts';

/** In the order in which they are sent when many wait: tickets before anything else. */
export const deliveryKind = pgEnum('delivery_kind', [
  'booking_confirmed',
  'booking_refunded',
  'booking_expired',
]);
export const deliveryStatus = pgEnum('delivery_status', ['pending', 'sent', 'failed']);

/** One mail to one person. The unique key is the rule: one a revision, kind and recipient. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    kind: deliveryKind().notNull(),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    revision: integer().notNull(),
    recipient: citext().notNull(),
    locale: text().notNull(),
    status: deliveryStatus().notNull().default('pending'),
    /** Stored before it is sent, so that a second try sends the very same mail under the same key. Kept 90 days. */
    subject: text(),
    html: text(),
    text: text(),
    /** Set before a batch is sent: a retry sends the same batch under the same key. */
    batchId: uuid(),
    /** Whether codes and calendar go along as files; a batch cannot carry any. */
    withAttachments: boolean(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** The mail's id at Resend. */
    providerId: text(),
    sentAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('deliveries_once').on(t.bookingId, t.kind, t.revision, t.recipient),
    index('deliveries_pending').on(t.createdAt).where(sql`${t.status} = 'pending'`),
    index('deliveries_batch').on(t.batchId).where(sql`${t.batchId} is not null`),
    check('deliveries_sent', sql`(${t.status} = 'sent') = (${t.sentAt} is not null)`),
  ],
);

export const auditActor = pgEnum('audit_actor', ['user', 'guest', 'system', 'stripe']);

/** Who did what, and what it was before. Ids and field names, never personal values; the application can only add. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    actor: auditActor().notNull(),
    /** Whoever it was; no foreign key, so that it outlives them. */
    actorUserId: uuid(),
    organizerId: uuid().references(() => organizers.id),
    /** Such as `booking.confirmed`. */
    action: text().notNull(),
    objectType: text().notNull(),
    objectId: text().notNull(),
    /** Field → [old, new]. */
    changes: jsonb().$type<Record<string, [unknown, unknown]>>().notNull().default({}),
    requestId: text(),
  },
  (t) => [
    index('audit_log_object').on(t.objectType, t.objectId, t.id),
    index('audit_log_organizer').on(t.organizerId, t.id),
  ],
);

/**
 * How often somebody tried something slow or worth guarding, such as signing in. Written by rate-limiter-flexible,
 * which sets the names and the order of the columns; `expire` is in milliseconds of the wall clock.
 */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    expire: bigint({ mode: 'number' }),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
);

/**
 * How far the sandbox has moved time. One row at most; a production database has none, and the application's role
 * may not write here. `app_now()` adds it to the wall clock.
 */
export const sandboxClock = pgTable(
  'sandbox_clock',
  {
    id: boolean().primaryKey().default(true),
    offset: interval().notNull().default('0'),
    seededAt: instant(),
  },
  (t) => [check('sandbox_clock_one_row', sql`${t.id}`)],
);
