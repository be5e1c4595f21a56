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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bookings } from './bookings.ts';
import { citext, createdAt, id, instant } from './columns.ts';
import { organizers } from './organizers.ts';

/** In the order in which they are sent when many wait: tickets before anything else, then ways in. */
export const deliveryKind = pgEnum('delivery_kind', [
  'booking_confirmed',
  'ticket_claimed',
  'sign_in_link',
  'password_reset',
  'registration',
  'erase_account',
  'account_known',
  'account_unknown',
  'bookings_found',
  'transfer_offered',
  'transfer_ended',
  'invitation',
  'email_change',
  'email_changed',
  'password_changed',
  'account_erased',
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
    /** The booking it is about, or null: then its subject says what it is about. */
    bookingId: uuid().references(() => bookings.id),
    /** What else it is about: a request, a transfer, an invitation, a person. Which, says the kind. */
    subjectId: uuid(),
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
    uniqueIndex('deliveries_once_a_subject')
      .on(t.subjectId, t.kind, t.revision, t.recipient)
      .where(sql`${t.subjectId} is not null`),
    check('deliveries_are_about_something', sql`${t.bookingId} is not null or ${t.subjectId} is not null`),
    index('deliveries_pending').on(t.createdAt).where(sql`${t.status} = 'pending'`),
    index('deliveries_failed').on(t.createdAt).where(sql`${t.status} = 'failed'`),
    // What is thrown away after a while: what was written, and letters, which are about no booking.
    index('deliveries_written').on(t.createdAt).where(sql`${t.html} is not null`),
    index('deliveries_letters').on(t.createdAt).where(sql`${t.bookingId} is null`),
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
    index('audit_log_actor').on(t.actorUserId, t.id),
    index('audit_log_action').on(t.action, t.id),
  ],
);

/**
 * What the audit log must not hold for ever: whose address a deed came from, and personal values before and after. A
 * row a person, so that it can be emptied for them; only `erase_audit_details` and `erase_audit_mentions` do that, and
 * the application can call them but not delete by itself.
 */
export const auditDetails = pgTable(
  'audit_details',
  {
    id: id(),
    auditId: bigint({ mode: 'number' })
      .notNull()
      .references(() => auditLog.id),
    /** Whom the values tell about. No foreign key, so that it outlives a race with their erasure. */
    personId: uuid().notNull(),
    /** The network address they came from. */
    address: text(),
    /** Field → [old, new]. */
    changes: jsonb().$type<Record<string, [unknown, unknown]>>(),
  },
  (t) => [
    index('audit_details_entry').on(t.auditId),
    index('audit_details_person').on(t.personId),
    // To find whom the values of others name.
    index('audit_details_values').on(t.id).where(sql`${t.changes} is not null`),
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
