import type { ExtractTablesWithRelations } from 'drizzle-orm';
import {
  drizzle,
  type NodePgDatabase,
  NodePgPreparedQuery,
  type NodePgTransaction,
} from 'drizzle-orm/node-postgres';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import { withoutParams } from './query-error.ts';

type NoRelations = Record<string, never>;

export type Database = NodePgDatabase<NoRelations>;
/** What a step takes: a transaction that its caller opened. */
export type Transaction = NodePgTransaction<NoRelations, ExtractTablesWithRelations<NoRelations>>;

/** PostgreSQL's habit. Relations are left out: queries join for themselves, and a transaction is quicker to open. */
const options = { casing: 'snake_case' } as const;

// Whoever prints an error prints all of it, and Next prints every one: values leave it where it is made. Drizzle has no
// hook for that.
// oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
const { execute } = NodePgPreparedQuery.prototype;
NodePgPreparedQuery.prototype.execute = async function (values) {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-return -- Drizzle types what a prepared query answers as any
    return await execute.call(this, values);
  } catch (error) {
    throw withoutParams(error);
  }
};

/** Wraps a pool in Drizzle. */
export function createDatabase(pool: Pool): Database {
  const db = drizzle(pool, options);
  // Drizzle's own takes a connection and begins outside the block that gives it back: each `begin` that fails, say
  // because PostgreSQL restarts, would cost the pool a connection for good, until none are left.
  db.transaction = async <T>(
    run: (tx: Transaction) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> => {
    const client = await pool.connect();
    // A connection that breaks between two queries says so in an event, which would end the process if nobody heard
    // it. The next query on it fails, and that is where it is dealt with.
    const heard = () => undefined;
    client.on('error', heard);
    try {
      return await drizzle(client, options).transaction(run, config);
    } finally {
      client.off('error', heard);
      client.release();
    }
  };
  return db;
}
