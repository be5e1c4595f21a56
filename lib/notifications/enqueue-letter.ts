import { sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { isErasedAddress } from '../erased-address.ts';
import { enqueueJob } from '../job-queue.ts';
import type { LetterKind } from './letters/letters.ts';

/**
 * A step: asks for one letter, in the transaction that causes it. Asking again for the same subject, kind, revision and
 * recipient adds nothing (`deliveries_once_a_subject`), and to somebody who is erased nothing is written.
 */
export async function enqueueLetter(
  tx: Queryable,
  letter: {
    kind: LetterKind;
    /** What it is about: a request, an invitation, a transfer, a person. The kind says which. */
    subjectId: string;
    recipient: string;
    locale: string;
    /** The booking it belongs to, if any. */
    bookingId?: string;
    revision?: number;
  },
): Promise<void> {
  const { kind, subjectId, recipient, locale, bookingId = null, revision = 0 } = letter;
  if (isErasedAddress(recipient)) return;
  const { rowCount } = await tx.execute(sql`
    insert into deliveries (kind, booking_id, subject_id, revision, recipient, locale)
    values (${kind}, ${bookingId}, ${subjectId}, ${revision}, ${recipient}, ${locale})
    on conflict do nothing`);
  if (rowCount === 1) await enqueueJob(tx, 'deliver_mail', {}, { queue: 'mail' });
}
