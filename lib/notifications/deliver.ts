/*
 * A flow that owns its transactions: sends the mails that wait. The order of things is what keeps a mail from being
 * lost or doubled:
 *
 *   1. write the mail and store it (for a batch: with its members)
 *   2. call Resend with the row's or the batch's id as idempotency key, outside any transaction
 *   3. mark it sent
 *
 * Whoever dies between 2 and 3 leaves a stored mail behind; the next run makes the same call with the same key, and
 * Resend answers with what it did the first time. Two runs at once are safe for the same reason. Letters are the
 * exception: `send-letter` says why.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RenderedMail } from '#emails/template.ts';
import { type Database, database } from '../database.ts';
import { log } from '../log.ts';
import { type BookingMail, loadBookingMail } from './booking-mail.ts';
import { composeMail } from './compose-mail.ts';
import {
  dissolveBatch,
  dropUnwritten,
  markFailed,
  markSent,
  nextDelivery,
  noteTrouble,
  startTry,
  storeBatch,
  storeSingle,
  type UnwrittenDelivery,
  type WrittenDelivery,
} from './delivery-rows.ts';
import { ticketAttachments } from './mail-attachments.ts';
import { type Mailer, mailer, type OutgoingMail, type SendOutcome } from './resend.ts';
import { sendLetter } from './send-letter.ts';

/** Up to so many waiting mails go one by one with their files, at two a second; more go in batches. */
const SHORT_QUEUE = 20;
/** When Resend still answers with an error of its own after so many tries, it is about this mail. */
const MOST_TRIES = 100;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Thrown when no mail can be sent now: the job fails, and its queue tries again later. Nothing is lost. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}

export type DeliverOptions = {
  db: Database;
  mailer: Mailer;
  /** Ends the run between two mails; what is under way is finished. */
  signal?: AbortSignal | undefined;
  /** How long to wait for Resend, in all, while nothing gets through. */
  patienceMs?: number;
};

export type DeliverReport = { sent: number; failed: number };

/**
 * Sends what waits until nothing does.
 *
 * @throws MailUnavailable when Resend takes nothing for longer than our patience
 */
export async function deliverMail({
  db,
  mailer: out,
  signal,
  patienceMs = 60_000,
}: DeliverOptions): Promise<DeliverReport> {
  const report: DeliverReport = { sent: 0, failed: 0 };
  let pauses = 0;
  let waited = 0;
  while (!signal?.aborted) {
    const next = await nextDelivery(db, SHORT_QUEUE);
    if (!next) break;
    if (next.kind === 'write') {
      await write(db, next.rows, report);
      continue;
    }
    const outcome =
      next.kind === 'batch'
        ? await sendBatch(db, out, next.batchId, report)
        : next.kind === 'letter'
          ? await sendLetter(db, out, next.id, report)
          : await sendSingle(db, out, next.id, report);
    if (outcome.kind === 'stopped') throw new MailUnavailable(outcome.reason);
    if (outcome.kind !== 'again') {
      pauses = 0;
      waited = 0;
      continue;
    }
    const pause = outcome.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
    pauses += 1;
    waited += pause;
    if (waited > patienceMs) throw new MailUnavailable(outcome.reason);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  // A job that ended well would not come again, and what still waits may have no other.
  if (signal?.aborted && (await nextDelivery(db, SHORT_QUEUE))) throw new MailUnavailable('asked to stop');
  return report;
}

/** What the worker's job does. */
export function deliverPending(signal?: AbortSignal): Promise<DeliverReport> {
  return deliverMail({ db: database(), mailer: mailer(), signal });
}

/** A mail that cannot be written must not keep all others waiting: it is given up, for a person to look at. */
async function write(db: Database, rows: UnwrittenDelivery[], report: DeliverReport): Promise<void> {
  const batch = rows.length > 1;
  const mails: (RenderedMail & { id: string })[] = [];
  for (const row of rows) {
    const mail = await loadBookingMail(db, row.bookingId, row.recipient);
    if (isOutdated(row, mail)) {
      await dropUnwritten(db, row.id);
      continue;
    }
    const withAttachments = !batch && row.kind === 'booking_confirmed';
    try {
      mails.push({ id: row.id, ...(await composeMail(row.kind, mail, row.locale, withAttachments)) });
    } catch (error) {
      log().error({ err: error, deliveryId: row.id, kind: row.kind }, 'a mail could not be written');
      const reason = error instanceof Error ? error.message : String(error);
      await markFailed(db, row.id, `could not be written: ${reason}`);
      report.failed += 1;
    }
  }
  const [first] = mails;
  if (!first) return;
  if (batch) await storeBatch(db, mails);
  else await storeSingle(db, first);
}

/** A payment that came late has saved the booking, or is told of in a mail of its own. */
function isOutdated({ kind }: UnwrittenDelivery, { status }: BookingMail): boolean {
  return kind === 'booking_expired' && status !== 'expired';
}

async function outgoing(db: Database, row: WrittenDelivery) {
  const mail = await loadBookingMail(db, row.bookingId, row.recipient);
  const message: OutgoingMail = {
    to: row.recipient,
    replyTo: mail.event.organizer.email,
    subject: row.subject,
    html: row.html,
    text: row.text,
    deliveryId: row.id,
    kind: row.kind,
  };
  const attachments = row.withAttachments ? await ticketAttachments(mail, row.createdAt) : [];
  return { message, attachments };
}

async function sendSingle(
  db: Database,
  out: Mailer,
  id: string,
  report: DeliverReport,
): Promise<SendOutcome> {
  const [row] = await startTry(db, { id });
  if (!row) return { kind: 'accepted', ids: [] };
  const { message, attachments } = await outgoing(db, row);
  const outcome = await out.sendOne(message, attachments, row.id);
  if (outcome.kind === 'accepted') {
    report.sent += await markSent(db, [{ id: row.id, providerId: outcome.ids[0] ?? null }]);
    return outcome;
  }
  await handleTrouble(db, [row], outcome, report);
  return outcome;
}

async function sendBatch(
  db: Database,
  out: Mailer,
  batchId: string,
  report: DeliverReport,
): Promise<SendOutcome> {
  const rows = await startTry(db, { batchId });
  if (rows.length === 0) return { kind: 'accepted', ids: [] };
  const messages = [];
  for (const row of rows) messages.push((await outgoing(db, row)).message);
  const outcome = await out.sendBatch(messages, batchId);
  if (outcome.kind === 'accepted') {
    const sent = rows.map((row, index) => ({ id: row.id, providerId: outcome.ids[index] ?? null }));
    report.sent += await markSent(db, sent);
  } else if (outcome.kind === 'refused') {
    log().warn(
      { batchId, reason: outcome.reason },
      'a batch of mails was refused; sending its mails one by one',
    );
    await dissolveBatch(db, batchId, outcome.reason);
  } else {
    await handleTrouble(db, rows, outcome, report);
  }
  return outcome;
}

async function handleTrouble(
  db: Database,
  rows: readonly WrittenDelivery[],
  outcome: Exclude<SendOutcome, { kind: 'accepted' }>,
  report: DeliverReport,
): Promise<void> {
  const worn =
    outcome.kind === 'again' && outcome.answered ? rows.filter((row) => row.attempts >= MOST_TRIES) : [];
  const lost = outcome.kind === 'refused' ? rows : worn;
  for (const row of lost) {
    log().error({ deliveryId: row.id, kind: row.kind, reason: outcome.reason }, 'a mail could not be sent');
    await markFailed(db, row.id, outcome.reason);
    report.failed += 1;
  }
  if (lost.length === rows.length) return;
  log().warn({ mails: rows.length, reason: outcome.reason }, 'mail is not taken at the moment');
  await noteTrouble(
    db,
    rows.map(({ id }) => id),
    outcome.reason,
  );
}
