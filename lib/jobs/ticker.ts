import type { Database } from '../database.ts';
import { enqueueJob, type Jobs } from '../job-queue.ts';
import { log } from '../log.ts';
import { isExpiryDue } from '../payments/expire-holds.ts';
import { isPaymentExpiryDue } from '../payments/expire-payments.ts';
import { isReconcileDue } from '../payments/reconcile-due.ts';
import { isOfferExpiryDue } from '../transfers/expire-offers.ts';

/** How late a hold may expire, in milliseconds. */
const INTERVAL = 500;

/** What time alone makes due. Each has a queue of its own, so that a slow one delays no other. */
const due = {
  expire_holds: isExpiryDue,
  expire_offers: isOfferExpiryDue,
  expire_payments: isPaymentExpiryDue,
  reconcile_payments: isReconcileDue,
} satisfies Partial<Record<keyof Jobs, () => Promise<boolean>>>;

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
  for (const name of ['expire_holds', 'expire_offers', 'expire_payments', 'reconcile_payments'] as const) {
    if (await due[name]()) await enqueueJob(db, name, {}, { key: name, queue: name });
  }
}
