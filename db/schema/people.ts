import { sql } from 'drizzle-orm';
import { boolean, check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { citext, createdAt, id, instant } from './columns.ts';
import { media } from './media.ts';

/** What a person is to the whole platform. What they are to one organizer stands in `members`. */
export const userRole = pgEnum('user_role', ['attendee', 'admin']);

export const users = pgTable(
  'users',
  {
    id: id(),
    email: citext().notNull().unique(),
    name: text().notNull(),
    passwordHash: text(),
    role: userRole().notNull().default('attendee'),
    locale: text().notNull().default('en'),
    /** IANA name; null until somebody chooses one. */
    timezone: text(),
    pictureId: uuid().references(() => media.id, { onDelete: 'set null' }),
    emailVerifiedAt: instant(),
    suspendedAt: instant(),
    /** Why, in the words of the admin who did it. */
    suspendedReason: text(),
    createdAt: createdAt(),
  },
  (t) => [
    // Admins look for people by words in name and address.
    index('users_search').using('gin', sql`search_text(${t.name} || ' ' || ${t.email}::text) gin_trgm_ops`),
    check('users_email_has_at', sql`position('@' in ${t.email}) > 1`),
    check('users_name_not_blank', sql`length(btrim(${t.name})) > 0`),
  ],
);

/** One sign-in on one device. The cookie carries only ids; this row decides whether it still counts. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text(),
    createdAt: createdAt(),
    /** When a request last came with it, to within some minutes. */
    lastSeenAt: instant().notNull().default(sql`app_now()`),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_expiry').on(t.expiresAt)],
);

/** What somebody asked for in a mail's form; nothing happens before the key in the mail comes back. */
export const accountRequestKind = pgEnum('account_request_kind', [
  'register',
  'sign_in',
  'reset_password',
  'erase_account',
]);

export const accountRequests = pgTable(
  'account_requests',
  {
    id: id(),
    kind: accountRequestKind().notNull(),
    email: citext().notNull(),
    /** Whose account it is about; null while there is none. */
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    locale: text().notNull(),
    /** Where to go afterwards: a path of ours. */
    nextPath: text(),
    /** What a registration will store: name, hash of the password, consent. */
    name: text(),
    passwordHash: text(),
    marketingConsent: boolean().notNull().default(false),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index('account_requests_email').on(t.email),
    index('account_requests_user').on(t.userId),
    index('account_requests_expiry').on(t.expiresAt),
  ],
);

/** A new address for an account. It takes effect when the keys sent to both addresses have come back. */
export const emailChanges = pgTable(
  'email_changes',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    oldEmail: citext().notNull(),
    newEmail: citext().notNull(),
    oldConfirmedAt: instant(),
    newConfirmedAt: instant(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** When it took effect, was taken back, or was replaced by another one. */
    endedAt: instant(),
  },
  (t) => [index('email_changes_user').on(t.userId)],
);

export const consentKind = pgEnum('consent_kind', ['terms', 'marketing']);

/** A yes or no of somebody with an account, to which version of which text, and when. Only added to. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: consentKind().notNull(),
    given: boolean().notNull(),
    /** Date of the text that was shown, such as 2026-11-01. */
    textVersion: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('consents_user').on(t.userId, t.kind, t.createdAt)],
);
