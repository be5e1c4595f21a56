import { randomUUID } from 'node:crypto';
import { countLetter, countLetterRequest } from '../auth/rate-limits.ts';
import { database } from '../database.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';

/**
 * A flow: has a mail sent to an address with links to what was booked with it as a guest and what lies in its
 * account, or with the word that there is nothing.
 * Whoever asks learns neither; they get the same answer for every address.
 *
 * @throws DomainError `too_many_tries` for a network that asks too often
 */
export async function findMyTickets(email: string, from: { address: string; locale: string }): Promise<void> {
  await countLetterRequest(from.address);
  if (!(await countLetter('bookings', email))) return;
  await database().transaction((tx) =>
    enqueueLetter(tx, {
      kind: 'bookings_found',
      subjectId: randomUUID(),
      recipient: email,
      locale: from.locale,
    }),
  );
}
