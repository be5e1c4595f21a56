import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tickets } from './bookings.ts';
import { createdAt, id, instant } from './columns.ts';
import { users } from './people.ts';

/** Somebody was let in. One that was undone stays as history; the unique key lets a ticket have one that stands. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: id(),
    ticketId: uuid().notNull(),
    eventId: uuid().notNull(),
    admittedAt: createdAt(),
    /** The member at the door. */
    admittedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    /** Which door, as its people call it. */
    door: text().notNull(),
    undoneAt: instant(),
    undoneBy: uuid().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('check_ins_ticket_admits_once').on(t.ticketId).where(sql`${t.undoneAt} is null`),
    index('check_ins_ticket').on(t.ticketId, t.admittedAt),
    index('check_ins_event').on(t.eventId, t.admittedAt),
    foreignKey({
      name: 'check_ins_ticket_of_event',
      columns: [t.ticketId, t.eventId],
      foreignColumns: [tickets.id, tickets.eventId],
    }),
    check('check_ins_door_not_blank', sql`length(btrim(${t.door})) between 1 and 60`),
  ],
);
