import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tickets } from './bookings.ts';
import { citext, createdAt, id, instant } from './columns.ts';
import { users } from './people.ts';

export const transferStatus = pgEnum('transfer_status', [
  'offered',
  'claimed',
  'declined',
  'withdrawn',
  'expired',
]);

/** A ticket on its way from one person to another. It changes hands when the recipient claims it, not before. */
export const ticketTransfers = pgTable(
  'ticket_transfers',
  {
    id: id(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id),
    status: transferStatus().notNull().default('offered'),
    /** Who gives it away, as they were when they did. */
    fromName: text().notNull(),
    fromEmail: citext().notNull(),
    toName: text().notNull(),
    toEmail: citext().notNull(),
    locale: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** When it was claimed, declined, withdrawn, or its time was up. */
    endedAt: instant(),
    /** What stood on the ticket until it was claimed, so that a door can tell an old one from none. */
    formerCode: text(),
    /** The account that claimed it, where there was one. */
    claimedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('ticket_transfers_one_offer').on(t.ticketId).where(sql`${t.status} = 'offered'`),
    index('ticket_transfers_ticket').on(t.ticketId, t.createdAt),
    index('ticket_transfers_due').on(t.expiresAt).where(sql`${t.status} = 'offered'`),
    index('ticket_transfers_former_code').on(t.formerCode).where(sql`${t.formerCode} is not null`),
    check('ticket_transfers_former_code', sql`(${t.status} = 'claimed') = (${t.formerCode} is not null)`),
    check('ticket_transfers_ended', sql`(${t.status} = 'offered') = (${t.endedAt} is null)`),
  ],
);
