import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { citext, createdAt, id, instant } from './columns.ts';

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
    emailVerifiedAt: instant(),
    suspendedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
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
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);
