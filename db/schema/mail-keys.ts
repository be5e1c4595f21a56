import { index, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt } from './columns.ts';

/** What a key that was mailed is good for. Each points to a row of another table, which says whether it still counts. */
export const mailKeyPurpose = pgEnum('mail_key_purpose', [
  'account_request',
  'email_change_old',
  'email_change_new',
  'invitation',
  'transfer',
]);

/**
 * The hash of a key that went out in a mail. A mail that is tried twice gets a key each time, and all of them lead to
 * the same subject, which can be used once.
 */
export const mailKeys = pgTable(
  'mail_keys',
  {
    /** SHA-256 of 256 random bits, which are stored nowhere. */
    hash: bytea().primaryKey(),
    purpose: mailKeyPurpose().notNull(),
    subjectId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('mail_keys_subject').on(t.subjectId), index('mail_keys_age').on(t.createdAt)],
);
