import { DrizzleQueryError, sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { createDatabase, type Database, type Transaction } from '#db/client.ts';
import { env } from './env.ts';
import { log } from './log.ts';
import { perProcess } from './per-process.ts';

export type { Database, Transaction };

function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().databaseUrl,
    max: env().databasePoolSize,
    // A buyer is better told "busy" than kept waiting behind a dead database.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'foyer',
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', (error) => log().warn({ err: error }, 'idle database connection lost'));
  return pool;
}

/** The pool of this process, for the application's role. */
export function pool(): Pool {
  return perProcess('pool', openPool);
}

/** The database of this process. */
export function database(): Database {
  return perProcess('database', () => createDatabase(pool()));
}

/** Either is good enough to read from. */
export type Queryable = Database | Transaction;

/** The application's time, from the database: the only clock that decides anything. Ask after taking a lock. */
export async function appNow(db: Queryable): Promise<Date> {
  const { rows } = await db.execute<{ now: Date }>(sql`select app_now() as now`);
  const now = rows[0]?.now;
  if (!now) throw new Error('app_now() gave no row');
  return new Date(now);
}

/** PostgreSQL's code of an error (SQLSTATE), or null. https://www.postgresql.org/docs/18/errcodes-appendix.html */
function sqlState(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

/** True for errors after which the same transaction may be tried again: serialisation, deadlock, lock timeout. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(sqlState(error) ?? '');
}

/** True when a row would have been the second one of something that there is once. */
export function isTaken(error: unknown): boolean {
  return sqlState(error) === '23505';
}

/** True when what was sent is at fault (a value or a constraint), not the database or the way to it. */
export function isAboutData(error: unknown): boolean {
  return /^2[23]...$/.test(sqlState(error) ?? '');
}

/** True when a query did not come through for another reason than what was sent: the database, or the way to it. */
export function isDatabaseTrouble(error: unknown): boolean {
  return error instanceof DrizzleQueryError && !isAboutData(error);
}
