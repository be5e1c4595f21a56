import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, id } from './columns.ts';

/** A picture, re-encoded by us: never the bytes that somebody sent. Its smaller sizes are rows that go with it. */
export const media = pgTable(
  'media',
  {
    id: id(),
    contentType: text().notNull(),
    bytes: bytea().notNull(),
    /** Pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** What this is a smaller size of; null for the largest one, which everything else refers to. */
    originalId: uuid().references((): AnyPgColumn => media.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('media_sizes').on(t.originalId, t.width),
    check('media_size', sql`${t.width} between 1 and 10000 and ${t.height} between 1 and 10000`),
    check('media_is_a_picture', sql`${t.contentType} like 'image/%'`),
  ],
);
