import { and, eq } from 'drizzle-orm';
import { eventPosters } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { drawPoster } from './draw-poster.ts';
import type { FoundPoster } from './find-poster.ts';

/** A poster as it was drawn once and for all, with the version of what stands on it. */
export type FrozenPoster = { version: string; svg: string; wideSvg: string };

/**
 * The poster of a published event as it was drawn when it was published, or when what stands on it changed. Where there
 * is none yet, it is drawn now and kept: for events that were published before posters were. Two who draw at once draw
 * the same. May be a step of a transaction, or stand alone.
 *
 * @param found as it was read once: drawn from another reading, it could be another one than its version says
 */
export async function freezePoster(
  db: Queryable,
  { eventId, event, version }: FoundPoster,
): Promise<FrozenPoster> {
  const kept = async () => {
    const [row] = await db
      .select({ svg: eventPosters.svg, wideSvg: eventPosters.wideSvg })
      .from(eventPosters)
      .where(and(eq(eventPosters.eventId, eventId), eq(eventPosters.version, version)));
    return row;
  };
  const known = await kept();
  if (known) return { version, ...known };
  const drawn = { svg: drawPoster(event), wideSvg: drawPoster(event, { ratio: 'og' }) };
  await db
    .insert(eventPosters)
    .values({ eventId, version, ...drawn })
    .onConflictDoNothing();
  // Whoever was first may run another version of the program; theirs is what is out.
  return { version, ...((await kept()) ?? drawn) };
}
