import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { events } from '#db/schema/index.ts';
import { LONGEST_RUN } from '../catalog/event-cards.ts';
import type { Queryable } from '../database.ts';
import { cursorInstant, keyAfter, readInstant } from '../list-cursor.ts';

type Part = 'upcoming' | 'past';

/** Where a page ended: in which part, the now that divides the parts, and the last row's key. */
type Place = { part: Part; now: string; key: string | undefined };

const CURSOR = /^(upcoming|past)_(.{27})_(.+)$/;

/** The start of a row as `eventsFromNow` wants it. */
export const startKey = cursorInstant(events.startsAt);

/**
 * A page of events in the order they matter in: what is not over, from the nearest onwards, then what is, from the latest
 * back. All pages of one walk divide at the same instant, so that an event which ends meanwhile comes neither twice nor never.
 *
 * @param after `next` of the page before; anything else begins anew
 * @param size most events on a page
 * @param read reads one part, `key` being `startKey`
 */
export async function eventsFromNow<Row extends { id: string; key: string }>(
  db: Queryable,
  after: string | undefined,
  size: number,
  read: (part: { condition: SQL; order: [SQL, SQL]; limit: number }) => Promise<Row[]>,
): Promise<{ rows: Row[]; next: string | null }> {
  const from = placeOf(after) ?? (await beginning(db));
  const readPart = async (part: Part, limit: number) => {
    const rows = await read({
      ...queryOf({ ...from, part, key: part === from.part ? from.key : undefined }),
      limit,
    });
    return rows.map((row) => ({ part, row }));
  };
  const found = from.part === 'upcoming' ? await readPart('upcoming', size + 1) : [];
  if (found.length <= size) found.push(...(await readPart('past', size + 1 - found.length)));
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1) : undefined;
  return {
    rows: page.map(({ row }) => row),
    next: last ? `${last.part}_${from.now}_${last.row.key}_${last.row.id}` : null,
  };
}

function placeOf(cursor: string | undefined): Place | null {
  const [, part, instant = '', key] = CURSOR.exec(cursor ?? '') ?? [];
  const now = readInstant(instant);
  if (now === null || !keyAfter(key, events.startsAt, events.id)) return null;
  return { part: part === 'past' ? 'past' : 'upcoming', now, key };
}

async function beginning(db: Queryable): Promise<Place> {
  const { rows } = await db.execute<{ now: string }>(sql`select ${cursorInstant(sql`app_now()`)} as now`);
  return { part: 'upcoming', now: rows[0]?.now ?? '', key: undefined };
}

/** One part of the list. Each is bounded by the start, so that the indexes by start give it in its order. */
function queryOf({ part, now, key }: Place): { condition: SQL; order: [SQL, SQL] } {
  const { startsAt, endsAt, id } = events;
  const divide = sql`${now}::timestamptz`;
  const longAgo = sql`${divide} - ${LONGEST_RUN}`;
  if (part === 'upcoming') {
    const beyond = keyAfter(key, startsAt, id, 'onwards') ?? sql`true`;
    return {
      condition: sql`${endsAt} > ${divide} and ${startsAt} > ${longAgo} and ${beyond}`,
      order: [asc(startsAt), asc(id)],
    };
  }
  const beyond = keyAfter(key, startsAt, id) ?? sql`true`;
  return {
    condition: sql`${startsAt} <= ${divide} and (${endsAt} <= ${divide} or ${startsAt} <= ${longAgo}) and ${beyond}`,
    order: [desc(startsAt), desc(id)],
  };
}
