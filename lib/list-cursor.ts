import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { z } from 'zod';

/** What long lists have in common: going on where a page ended. */

const CURSOR = /^(.{27})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** To the microsecond; PostgreSQL's calendar has no year 0. */
const instant = z.iso.datetime({ precision: 6 }).refine((text) => text >= '1000');

/** An instant as a cursor keeps it: to the microsecond, which a JavaScript Date would lose. */
export const cursorInstant = (column: SQLWrapper) =>
  sql<string>`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The instant that a text of `cursorInstant` names; null for any other text. */
export const readInstant = (text: string): string | null => (instant.safeParse(text).success ? text : null);

/** What comes after a row, in a list that runs from new to old unless told otherwise; everything for a cursor that cannot be read. */
export function keyAfter(
  cursor: string | undefined,
  at: SQLWrapper,
  id: SQLWrapper,
  runs: 'back' | 'onwards' = 'back',
): SQL | undefined {
  const parts = cursor ? CURSOR.exec(cursor) : null;
  return parts && instant.safeParse(parts[1]).success
    ? sql`(${at}, ${id}) ${sql.raw(runs === 'back' ? '<' : '>')} (${parts[1]}::timestamptz, ${parts[2]}::uuid)`
    : undefined;
}
