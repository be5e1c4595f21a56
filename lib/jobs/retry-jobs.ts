import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { FAILED_JOB } from '../job-queue.ts';

/**
 * Has failed jobs tried again now, with as many tries ahead as a new one. One that is being tried at this moment is left
 * to it, and one that somebody else has sent off meanwhile is not sent again.
 *
 * @param which the number of one job, or all that have failed
 * @returns how many are on their way
 * @throws what `assertMay` throws.
 */
export async function retryJobs(db: Database, actor: Actor, which: { id: string } | 'all'): Promise<number> {
  assertMay(actor, 'job.retry');
  const chosen =
    which === 'all' ? sql`true` : sql`pg_input_is_valid(${which.id}, 'bigint') and j.id::text = ${which.id}`;
  return db.transaction(async (tx) => {
    // Whoever waits here for another who retries looks at the row again: its tries are none then, and it is passed over.
    const { rows } = await tx.execute<{ id: string; task: string; attempts: number }>(sql`
      select j.id::text, t.identifier as task, j.attempts
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where ${FAILED_JOB} and j.locked_at is null and ${chosen}
      order by j.id for update of j`);
    if (rows.length === 0) return 0;
    await tx.execute(sql`
      select graphile_worker.reschedule_jobs(
        ${sql.param(rows.map(({ id }) => id))}::bigint[], run_at => now(), attempts => 0)`);
    for (const { id, task, attempts } of rows) {
      await recordAudit(tx, {
        actor,
        organizerId: null,
        action: 'job.retried',
        object: { type: 'job', id },
        changes: { task: [null, task], attempts: [attempts, 0] },
      });
    }
    return rows.length;
  });
}
