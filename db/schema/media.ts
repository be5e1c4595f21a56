import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, createdAt, id } from './columns.ts';

/** A picture, re-encoded by us: never the bytes that somebody sent. */
export const media = pgTable(
  'media',
  {
    id: id(),
    contentType: text().notNull(),
    bytes: bytea().notNull(),
    /** Pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check('media_size', sql`${t.width} between 1 and 10000 and ${t.height} between 1 and 10000`),
    check('media_is_a_picture', sql`${t.contentType} like 'image/%'`),
  ],
);
