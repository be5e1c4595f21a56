import { sql } from 'drizzle-orm';
import type { Queryable } from './database.ts';

/** What the worker can do, with what each needs to know. `lib/jobs` has the other end. */
export type Jobs = {
  adopt_bookings: { userId: string };
  deliver_mail: Record<string, never>;
  expire_holds: Record<string, never>;
  expire_offers: Record<string, never>;
  expire_payments: Record<string, never>;
  forget_old: Record<string, never>;
  reconcile_payments: Record<string, never>;
  refund_payment: { refundId: string };
};

/** True for a row `j` of the queue's jobs whose last try has failed. One that has been sent off again has none yet. */
export const FAILED_JOB = sql`j.attempts > 0 and j.last_error is not null`;

type Options = {
  /** Jobs of one name and key are one job: adding it again while it waits changes nothing. */
  key?: string;
  /** Jobs of one queue run one after another, whichever worker takes them. */
  queue?: string;
  /** Lower runs first. */
  priority?: number;
};

/**
 * Adds a job within the caller's transaction: it exists if, and only if, that commits. A job that fails is tried
 * again with growing pauses, 25 times over some three days (graphile-worker's default).
 */
export async function enqueueJob<Name extends keyof Jobs>(
  tx: Queryable,
  name: Name,
  payload: Jobs[Name],
  options: Options = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${options.queue ?? null}::text,
      job_key => ${options.key ?? null}::text,
      job_key_mode => 'preserve_run_at',
      priority => ${options.priority ?? 0}::int
    )`);
}
