import { sql } from 'drizzle-orm';
import type { RenderedMail } from '#emails/template.ts';
import type { Database } from '../database.ts';
import type { DeliveryKind } from './enqueue-delivery.ts';

/** Resend takes this many mails in one call. */
const BATCH_SIZE = 100;

/** A mail that is to be written. */
export type UnwrittenDelivery = {
  id: string;
  kind: DeliveryKind;
  bookingId: string;
  recipient: string;
  locale: string;
};

/** A mail as it will go out. */
export type WrittenDelivery = UnwrittenDelivery & {
  subject: string;
  html: string;
  text: string;
  withAttachments: boolean;
  attempts: number;
  createdAt: Date;
};

/** What to do next. `write` with several rows makes a batch of them. */
export type NextDelivery =
  | { kind: 'batch'; batchId: string }
  | { kind: 'single'; id: string }
  | { kind: 'letter'; id: string }
  | { kind: 'write'; rows: UnwrittenDelivery[] };

const unwritten = sql.raw(`id, kind, booking_id as "bookingId", recipient, locale`);

/**
 * Looks for the delivery that has waited longest, those that were tried least before others, tickets before anything
 * else. A letter is written when it is sent. What was written but not seen off goes again exactly as it is stored.
 *
 * @param shortQueue up to so many unwritten mails go one by one, with their files; more go in batches, without
 */
export async function nextDelivery(db: Database, shortQueue: number): Promise<NextDelivery | null> {
  const { rows } = await db.execute<
    UnwrittenDelivery & { batchId: string | null; written: boolean; letter: boolean }
  >(sql`
    select ${unwritten}, batch_id as "batchId", html is not null as written, subject_id is not null as letter
    from deliveries
    where status = 'pending' order by attempts, kind, created_at, id limit 1`);
  const first = rows[0];
  if (!first) return null;
  if (first.letter) return { kind: 'letter', id: first.id };
  if (first.batchId) return { kind: 'batch', batchId: first.batchId };
  if (first.written) return { kind: 'single', id: first.id };
  const { rows: waiting } = await db.execute<UnwrittenDelivery>(sql`
    select ${unwritten} from deliveries
    where status = 'pending' and html is null and subject_id is null order by attempts, kind, created_at, id limit ${BATCH_SIZE}`);
  return { kind: 'write', rows: waiting.length > shortQueue ? waiting : waiting.slice(0, 1) };
}

/** Stores a mail unless somebody has written it meanwhile. A confirmation by itself carries its files. */
export async function storeSingle(db: Database, mail: RenderedMail & { id: string }): Promise<void> {
  await db.execute(sql`
    update deliveries
    set subject = ${mail.subject}, html = ${mail.html}, text = ${mail.text},
      with_attachments = (kind = 'booking_confirmed')
    where id = ${mail.id} and status = 'pending' and html is null`);
}

/**
 * A flow that owns its transaction: stores mails as one batch. From here on the batch has these members for ever, so
 * that a retry after a crash is the same call under the same key. Mails that somebody else has in hand stay out.
 */
export async function storeBatch(
  db: Database,
  mails: readonly (RenderedMail & { id: string })[],
): Promise<void> {
  const batchId = crypto.randomUUID();
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      with mine as (
        select id from deliveries
        where id = any(${sql.param(mails.map(({ id }) => id))}::uuid[]) and status = 'pending' and html is null
        order by id for update skip locked
      )
      update deliveries d
      set subject = m.subject, html = m.html, text = m.text, with_attachments = false, batch_id = ${batchId}
      from mine, jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as m(id uuid, subject text, html text, text text)
      where d.id = mine.id and m.id = mine.id`);
  });
}

/** Reads mails to send, in an order that is always the same, and counts the try. Empty when they have been sent. */
export async function startTry(
  db: Database,
  of: { id: string } | { batchId: string },
): Promise<WrittenDelivery[]> {
  const which = 'id' in of ? sql`id = ${of.id}` : sql`batch_id = ${of.batchId}`;
  const { rows } = await db.execute<Omit<WrittenDelivery, 'createdAt'> & { createdAt: Date | string }>(sql`
    with tried as (
      update deliveries set attempts = attempts + 1
      where id in (select id from deliveries where ${which} and status = 'pending' order by id for update)
        and status = 'pending'
      returning *
    )
    select ${unwritten}, subject, html, text, with_attachments as "withAttachments", attempts,
      created_at as "createdAt"
    from tried order by id`);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

/** Ids of rows, each with the id Resend gave its mail. */
export async function markSent(
  db: Database,
  sent: readonly { id: string; providerId: string | null }[],
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update deliveries d set status = 'sent', sent_at = app_now(), provider_id = s.provider_id, last_error = null
    from unnest(${sql.param(sent.map(({ id }) => id))}::uuid[],
      ${sql.param(sent.map(({ providerId }) => providerId))}::text[]) as s(id, provider_id)
    where d.id = s.id and d.status = 'pending'`);
  return rowCount ?? 0;
}

/** Gives a mail up, and says why. */
export async function markFailed(db: Database, id: string, reason: string): Promise<void> {
  await db.execute(sql`
    update deliveries set status = 'failed', last_error = ${reason} where id = ${id} and status = 'pending'`);
}

/** Takes back a mail that is not true any more, while it has not been written: nobody has it in hand. */
export async function dropUnwritten(db: Database, id: string): Promise<void> {
  await db.execute(sql`delete from deliveries where id = ${id} and status = 'pending' and html is null`);
}

/** Notes why a try came to nothing; the mail stays where it is. */
export async function noteTrouble(db: Database, ids: readonly string[], reason: string): Promise<void> {
  await db.execute(sql`
    update deliveries set last_error = ${reason}
    where id = any(${sql.param([...ids])}::uuid[]) and status = 'pending'`);
}

/** Takes a batch apart that was refused because of one of its members: each then goes by itself, as written. */
export async function dissolveBatch(db: Database, batchId: string, reason: string): Promise<void> {
  await db.execute(sql`
    update deliveries set batch_id = null, last_error = ${reason}
    where batch_id = ${batchId} and status = 'pending'`);
}
