import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';
import { log } from '../log.ts';
import { isReconcileDue } from '../payments/reconcile-due.ts';

/** How late a hold may expire, in milliseconds. */
const INTERVAL = 500;

/**
 * Looks, twice a second, whether time alone has made something due, and adds the job for it. It asks the application's
 * clock, not the queue's: a sandbox moves the one and not the other. Job keys keep several workers' tickers from adding
 * a job twice.
 */
export function startTicker(db: Database): { stop: () => void } {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    tick(db)
      .catch((error: unknown) => log().warn({ err: error }, 'the ticker could not look'))
      .finally(() => {
        busy = false;
      });
  }, INTERVAL);
  return { stop: () => clearInterval(timer) };
}

async function tick(db: Database): Promise<void> {
  const { rows } = await db.execute<{ due: boolean }>(sql`
    select exists (
      select from bookings
      where status in ('held', 'paying') and expires_at <= (select app_now())
    ) as due`);
  if (rows[0]?.due) await enqueueJob(db, 'expire_holds', {}, { key: 'expire_holds', queue: 'expire_holds' });
  if (await isReconcileDue()) {
    await enqueueJob(
      db,
      'reconcile_payments',
      {},
      { key: 'reconcile_payments', queue: 'reconcile_payments' },
    );
  }
}
