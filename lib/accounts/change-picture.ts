import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { countPicture } from '../auth/rate-limits.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { encodePicture } from '../media/encode-picture.ts';
import { deletePicture, storePicture } from '../media/store-picture.ts';

/**
 * A flow: gives somebody another picture. The one before is deleted with it.
 *
 * @param read the file they sent; not asked for when they have sent too many
 * @throws DomainError `too_many_tries`, `not_found`, what `read` and `encodePicture` throw
 */
export async function changePicture(actor: UserActor, read: () => Promise<Buffer>): Promise<void> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  await countPicture(actor.userId);
  const encoded = await encodePicture(await read());
  await database().transaction(async (tx) => {
    const before = await lockPicture(tx, actor.userId);
    await replace(tx, actor.userId, before, await storePicture(tx, encoded));
    await record(tx, actor, 'user.picture_changed');
  });
}

/**
 * A flow: removes somebody's picture. One that is gone already stays so.
 *
 * @throws DomainError `not_found`
 */
export async function removePicture(actor: UserActor): Promise<void> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  await database().transaction(async (tx) => {
    const before = await lockPicture(tx, actor.userId);
    if (before === null) return;
    await replace(tx, actor.userId, before, null);
    await record(tx, actor, 'user.picture_removed');
  });
}

/** The picture they have now. Of two changes at once the second waits here, and deletes what the first has stored. */
async function lockPicture(tx: Transaction, userId: string): Promise<string | null> {
  const [user] = await tx
    .select({ pictureId: users.pictureId })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update');
  if (!user) throw new DomainError('not_found');
  return user.pictureId;
}

async function replace(tx: Transaction, userId: string, before: string | null, after: string | null) {
  await tx.update(users).set({ pictureId: after }).where(eq(users.id, userId));
  if (before !== null) await deletePicture(tx, before);
}

const record = (tx: Transaction, actor: UserActor, action: 'user.picture_changed' | 'user.picture_removed') =>
  recordAudit(tx, { actor, organizerId: null, action, object: { type: 'user', id: actor.userId } });
