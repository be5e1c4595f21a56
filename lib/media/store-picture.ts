import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { media } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import type { EncodedPicture } from './encode-picture.ts';

/**
 * A step: stores a picture in all its sizes. Its inverse is `deletePicture`.
 *
 * @returns its id, which nobody can guess and which tells no time: whoever has the address sees the picture
 */
export async function storePicture(tx: Queryable, { contentType, sizes }: EncodedPicture): Promise<string> {
  const originalId = randomUUID();
  const rows = sizes.map(({ size, bytes }, index) => ({
    id: index === 0 ? originalId : randomUUID(),
    originalId: index === 0 ? null : originalId,
    contentType,
    bytes,
    width: size,
    height: size,
  }));
  await tx.insert(media).values(rows);
  return originalId;
}

/** A step: deletes a picture, all its sizes with it. */
export async function deletePicture(tx: Queryable, id: string): Promise<void> {
  await tx.delete(media).where(eq(media.id, id));
}
