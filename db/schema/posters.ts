import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { events } from './catalog.ts';
import { createdAt } from './columns.ts';

/** The drawn poster of a published event, kept as it was drawn, so that a newer generator changes none that is out. */
export const eventPosters = pgTable(
  'event_posters',
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    /** Of what stands on it; see `posterVersion`. */
    version: text().notNull(),
    /** Four by five. */
    svg: text().notNull(),
    /** 1200 × 630, for shared links. */
    wideSvg: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.version] })],
);
