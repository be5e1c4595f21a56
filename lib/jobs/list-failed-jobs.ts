import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { FAILED_JOB } from '../job-queue.ts';
import { type FailureCode, failureCodes } from './failure-code.ts';

export type FailedJob = {
  /** The number that log lines about it carry, as `job-<id>`. */
  id: string;
  /** What it does: a name of `Jobs`, or one that an older version knew. */
  task: string;
  /** What it is about, where it is about something in particular that is still there. */
  about: { kind: 'booking'; reference: string } | { kind: 'user'; id: string; name: string } | null;
  tries: number;
  mostTries: number;
  /** Why the last try failed; null for what was written down before there were codes. */
  failure: FailureCode | null;
  /** Null when it will not be tried again by itself. */
  nextTry: Date | null;
  /** A try is under way. */
  running: boolean;
  createdAt: Date;
};

type Row = {
  id: string;
  task: string;
  reference: string | null;
  person: string | null;
  person_id: string | null;
  attempts: number;
  max_attempts: number;
  last_error: string;
  run_at: Date;
  running: boolean;
  created_at: Date;
  failed: number;
};

/**
 * The jobs whose last try failed: those that are given up first, the others in the order in which they are tried again.
 *
 * @param size most jobs that are named; the number in all is told apart
 * @throws what `assertMay` throws.
 */
export async function listFailedJobs(
  db: Queryable,
  actor: Actor,
  size = 100,
): Promise<{ jobs: FailedJob[]; all: number }> {
  assertMay(actor, 'jobs.list');
  const { rows } = await db.execute<Row>(sql`
    with failed as (
      select j.*, t.identifier as task, count(*) over ()::int as failed
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where ${FAILED_JOB}
      order by j.attempts < j.max_attempts, j.run_at, j.id limit ${size}
    )
    select f.id::text, f.task, b.reference, u.name as person, u.id as person_id, f.attempts, f.max_attempts, f.last_error, f.run_at,
      f.locked_at is not null as running, f.created_at, f.failed
    from failed f
      left join refunds r on r.id = ${idIn('refundId')}
      left join payments p on p.id = r.payment_id
      left join bookings b on b.id = p.booking_id
      left join users u on u.id = ${idIn('userId')}
    order by f.attempts < f.max_attempts, f.run_at, f.id`);
  return { jobs: rows.map(shown), all: rows[0]?.failed ?? 0 };
}

/** An id that a job was given, if it was given one. */
const idIn = (name: 'refundId' | 'userId') => sql`
  case when pg_input_is_valid(f.payload ->> ${name}, 'uuid') then (f.payload ->> ${name})::uuid end`;

function shown(row: Row): FailedJob {
  return {
    id: row.id,
    task: row.task,
    about: aboutOf(row),
    tries: row.attempts,
    mostTries: row.max_attempts,
    failure: failureCodes.find((code) => code === row.last_error) ?? null,
    nextTry: row.attempts < row.max_attempts ? new Date(row.run_at) : null,
    running: row.running,
    createdAt: new Date(row.created_at),
  };
}

function aboutOf({ reference, person, person_id: id }: Row): FailedJob['about'] {
  if (reference !== null) return { kind: 'booking', reference };
  return person === null || id === null ? null : { kind: 'user', id, name: person };
}
