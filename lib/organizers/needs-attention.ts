import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { FAILED_JOB } from '../job-queue.ts';
import { waitsForVerification } from './list-organizers.ts';

/** What waits for a person to decide, and what somebody has decided that still stands. */
export type NeedsAttention = {
  quarantinedPayments: number;
  failedJobs: number;
  organizersWaiting: number;
  suspendedOrganizers: number;
  suspendedAccounts: number;
  eventsTakenDown: number;
};

/** @throws what `assertMay` throws. */
export async function needsAttention(db: Queryable, actor: Actor): Promise<NeedsAttention> {
  assertMay(actor, 'admin.enter');
  const { rows } = await db.execute<NeedsAttention>(sql`
    select
      (select count(*)::int from payments where outcome = 'quarantined') as "quarantinedPayments",
      (select count(*)::int from graphile_worker._private_jobs j where ${FAILED_JOB}) as "failedJobs",
      (select count(*)::int from organizers where ${waitsForVerification}) as "organizersWaiting",
      (select count(*)::int from organizers where suspended_at is not null) as "suspendedOrganizers",
      (select count(*)::int from users where suspended_at is not null) as "suspendedAccounts",
      (select count(*)::int from events where taken_down_at is not null) as "eventsTakenDown"`);
  const [row] = rows;
  if (!row) throw new Error('counting gave no row');
  return row;
}
