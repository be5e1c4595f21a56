import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';
import { freeAbandonedJobs, LifeSigns } from './free-abandoned-jobs.ts';

const app = useApplication();

const lockedBy = async () => {
  const rows = await app.asOwner<{ locked_by: string | null }>(
    `select q.locked_by from graphile_worker._private_job_queues q where q.queue_name = 'mail'`,
  );
  return rows[0]?.locked_by;
};

describe('freeAbandonedJobs', () => {
  it('frees what a dead worker holds, and leaves a living one alone', async () => {
    await enqueueJob(database(), 'deliver_mail', {}, { queue: 'mail' });
    await database().execute(sql`select 1`);
    const hold = (worker: string) =>
      app.asOwner(
        `update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() - interval '1 minute'`,
        [worker],
      );
    const signs = new LifeSigns();
    await signs.start();
    await signs.add('worker-alive');
    await hold('worker-alive');
    await freeAbandonedJobs();
    expect(await lockedBy()).toBe('worker-alive');
    await signs.stop();
    await freeAbandonedJobs();
    expect(await lockedBy()).toBeNull();
  });
});
