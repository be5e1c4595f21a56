import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { database } from '../database.ts';
import { env } from '../env.ts';
import { log } from '../log.ts';

/** Keeps our workers' locks apart from other advisory locks. Any number will do, as long as it stays the same. */
const WORKERS = 71_203;
const INTERVAL = 2_000;
/** A worker that has just begun gets this long to show that it lives. */
const GRACE_SECONDS = 5;

/**
 * graphile-worker believes a lost worker for four hours before it gives its jobs, and the queue they block, to another.
 * Mail and expiry cannot wait for that. So each worker holds an advisory lock on a connection of its own for as long as
 * it lives, and PostgreSQL lets go of it the moment the process dies; whatever is locked by a worker without such a
 * lock is free again.
 */
export class LifeSigns {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly workerIds = new Set<string>();

  /** Says that a worker of this process lives. */
  async add(workerId: string): Promise<void> {
    this.workerIds.add(workerId);
    await this.client?.query('select pg_advisory_lock_shared($1, hashtext($2))', [WORKERS, workerId]);
  }

  /** Begins to hold the locks, and to look for workers that hold none. */
  async start(): Promise<void> {
    await this.connect();
    const look = async () => {
      if (!this.client) await this.connect();
      await freeAbandonedJobs();
    };
    this.timer = setInterval(() => {
      look().catch((error: unknown) => log().warn({ err: error }, 'could not look for abandoned jobs'));
    }, INTERVAL);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<void> {
    // Straight to PostgreSQL: behind a pooler the connection, and the lock with it, would be somebody else's.
    const client = new Client({
      connectionString: env().databaseDirectUrl,
      application_name: 'foyer-life-signs',
    });
    client.on('error', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    for (const workerId of this.workerIds) {
      await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [WORKERS, workerId]);
    }
    this.client = client;
  }
}

/** A flow: gives back the jobs and queues of workers that are no more. */
export async function freeAbandonedJobs(): Promise<void> {
  const { rows } = await database().execute<{ worker_id: string }>(sql`
    with holders as (
      select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
      union all
      select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
    )
    select distinct locked_by as worker_id from holders
    where locked_at < now() - make_interval(secs => ${GRACE_SECONDS})
      and not exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.classid = ${WORKERS}
          and l.objid = (hashtext(holders.locked_by)::bigint & 4294967295)::oid
          and l.database = (select oid from pg_database where datname = current_database())
      )`);
  const workerIds = rows.map((row) => row.worker_id);
  if (workerIds.length === 0) return;
  log().warn({ workerIds }, 'jobs of workers that are gone are free again');
  await database().execute(sql`select graphile_worker.force_unlock_workers(${sql.param(workerIds)}::text[])`);
}
