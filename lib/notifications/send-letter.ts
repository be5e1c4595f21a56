import { sql } from 'drizzle-orm';
import { type Database, isDatabaseTrouble } from '../database.ts';
import { log } from '../log.ts';
import { markFailed, markSent, noteTrouble } from './delivery-rows.ts';
import { isLetterKind, letters } from './letters/letters.ts';
import type { Mailer, SendOutcome } from './resend.ts';

/** When Resend or the database still answers with an error of its own after so many tries, it is about this letter. */
const MOST_TRIES = 100;

/**
 * A flow: writes a letter and sends it, in one go and without storing it, because it may hold a key. A try that dies
 * before it is marked is followed by another letter with another key, of which both work and one can be used: twice
 * is better than never.
 *
 * @throws what the database threw while it was away: the letter still waits.
 */
export async function sendLetter(
  db: Database,
  out: Mailer,
  id: string,
  report: { sent: number; failed: number },
): Promise<SendOutcome> {
  const { rows } = await db.execute<{
    kind: string;
    subjectId: string;
    recipient: string;
    locale: string;
    attempts: number;
  }>(sql`
    update deliveries set attempts = attempts + 1 where id = ${id} and status = 'pending'
    returning kind, subject_id as "subjectId", recipient, locale, attempts`);
  const [row] = rows;
  if (!row) return { kind: 'accepted', ids: [] };
  const giveUp = async (reason: string) => {
    log().error({ deliveryId: id, kind: row.kind, reason }, 'a letter could not be sent');
    await markFailed(db, id, reason);
    report.failed += 1;
  };
  try {
    if (!isLetterKind(row.kind)) throw new Error(`nobody writes letters of the kind ${row.kind}`);
    const letter = await letters[row.kind](db, row);
    if (letter === null) {
      await db.execute(sql`delete from deliveries where id = ${id} and status = 'pending'`);
      return { kind: 'accepted', ids: [] };
    }
    const { replyTo, ...words } = letter;
    const mail = { ...words, to: row.recipient, replyTo, deliveryId: id, kind: row.kind };
    const outcome = await out.sendOne(mail, [], `${id}-${row.attempts}`);
    if (outcome.kind === 'accepted') {
      report.sent += await markSent(db, [{ id, providerId: outcome.ids[0] ?? null }]);
    } else if (
      outcome.kind === 'refused' ||
      (outcome.kind === 'again' && outcome.answered && row.attempts >= MOST_TRIES)
    ) {
      await giveUp(outcome.reason);
    } else {
      await noteTrouble(db, [id], outcome.reason);
    }
    await dropLastLetter(db, id);
    return outcome;
  } catch (error) {
    // Nothing is wrong with the letter: the job comes back, and to those first that were tried less often.
    if (isDatabaseTrouble(error) && row.attempts < MOST_TRIES) throw error;
    // It must not keep all others waiting.
    log().error({ err: error, deliveryId: id, kind: row.kind }, 'a letter could not be written');
    await giveUp(`could not be written: ${error instanceof Error ? error.message : String(error)}`);
    await dropLastLetter(db, id);
    return { kind: 'accepted', ids: [] };
  }
}

/** Whoever was erased has had a last letter; with it, or with the news that it cannot be sent, their address goes too. */
async function dropLastLetter(db: Database, id: string): Promise<void> {
  await db.execute(sql`
    delete from deliveries where id = ${id} and kind = 'account_erased' and status <> 'pending'`);
}
