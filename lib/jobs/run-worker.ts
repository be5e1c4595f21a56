import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { database, pool } from '../database.ts';
import { env } from '../env.ts';
import { log } from '../log.ts';
import { LifeSigns } from './free-abandoned-jobs.ts';
import { tasks } from './tasks.ts';
import { startTicker } from './ticker.ts';

/** By PostgreSQL's clock, once a day whatever the number of workers; made up for if none was there at that time. */
const DAILY = '17 3 * * * forget_old ?fill=1d&queue=forget_old';

export type Worker = {
  /** Lets running jobs finish, then ends. Jobs that do not are taken up by the next worker. */
  stop: () => Promise<void>;
};

/**
 * Starts to work off jobs. Any number of workers may run, on any number of machines; each job is done by one of them.
 * Needs a direct connection, because it listens for new jobs.
 */
export async function runWorker(): Promise<Worker> {
  const lifeSigns = new LifeSigns();
  await lifeSigns.start();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    lifeSigns.add(worker.workerId).catch((error: unknown) => {
      log().error({ err: error }, 'a worker could not show that it lives');
    });
  });
  events.on('job:failed', ({ job, error }) => {
    log().error({ err: error, job: job.task_identifier, attempts: job.attempts }, 'a job failed for good');
  });
  const runner = await run({
    connectionString: env().databaseDirectUrl,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: tasks,
    crontab: DAILY,
    events,
  });
  const ticker = startTicker(database());
  log().info('worker started');
  return {
    stop: async () => {
      ticker.stop();
      await runner.stop();
      await lifeSigns.stop();
      await pool().end();
    },
  };
}
