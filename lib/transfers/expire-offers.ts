import { sql } from 'drizzle-orm';
import { database, type Queryable } from '../database.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';

const BATCH = 200;

type Ended = { id: string; from_email: string; locale: string };

/** A step: ends the offers whose time is up, of one ticket or of all, and tells who made them. */
export async function endOffersDue(tx: Queryable, ticketId: string | null = null): Promise<number> {
  const { rows } = await tx.execute<Ended>(sql`
    update ticket_transfers set status = 'expired', ended_at = app_now()
    where id in (
      select id from ticket_transfers where status = 'offered' and expires_at <= app_now()
        and ${ticketId === null ? sql`true` : sql`ticket_id = ${ticketId}`}
      order by expires_at limit ${BATCH} for no key update skip locked)
    returning id, from_email, locale`);
  for (const { id, from_email, locale } of rows) {
    await enqueueLetter(tx, { kind: 'transfer_ended', subjectId: id, recipient: from_email, locale });
  }
  return rows.length;
}

/** A flow: ends every offer whose time is up. Safe to run twice at once. */
export async function expireOffers(): Promise<void> {
  while ((await database().transaction((tx) => endOffersDue(tx))) === BATCH);
}

/** True when `expireOffers` would find something to do. */
export async function isOfferExpiryDue(): Promise<boolean> {
  const { rows } = await database().execute<{ due: boolean }>(sql`
    select exists (
      select from ticket_transfers where status = 'offered' and expires_at <= (select app_now())) as due`);
  return rows[0]?.due === true;
}
