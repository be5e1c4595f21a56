import { and, eq, or } from 'drizzle-orm';
import { media } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { readPicturePath } from './picture-path.ts';

/** The picture behind a file of `/pictures/`, or null when there is none, or none any more. */
export async function findPicture(
  db: Queryable,
  file: string,
): Promise<{ contentType: string; bytes: Buffer } | null> {
  const wanted = readPicturePath(file);
  if (!wanted) return null;
  const [picture] = await db
    .select({ contentType: media.contentType, bytes: media.bytes })
    .from(media)
    .where(and(or(eq(media.id, wanted.id), eq(media.originalId, wanted.id)), eq(media.width, wanted.size)));
  return picture ?? null;
}
