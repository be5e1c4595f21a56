import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import type { Documents, Kind, Secrets } from './objects.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    created INTEGER NOT NULL,
    -- payment_intent of a charge, refund or dispute; the type of an event
    belongs_to TEXT,
    -- charge of a refund or dispute
    charge TEXT,
    doc TEXT NOT NULL,
    secrets TEXT NOT NULL DEFAULT '{}'
  ) STRICT;
  CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (kind, created, seq);
  CREATE INDEX IF NOT EXISTS objects_by_owner ON objects (kind, belongs_to);
  CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    request_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'held', 'delivered', 'dropped', 'given_up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    bad_signature INTEGER NOT NULL DEFAULT 0,
    queued_real_ms INTEGER NOT NULL,
    due_real_ms INTEGER NOT NULL,
    due_clock_ms INTEGER NOT NULL,
    statuses TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_due_real ON deliveries (due_real_ms, id) WHERE state = 'pending';
  CREATE INDEX IF NOT EXISTS deliveries_due_clock ON deliveries (due_clock_ms, id) WHERE state = 'pending';
  CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event_id);
  CREATE TABLE IF NOT EXISTS tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    target TEXT NOT NULL,
    due_clock_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

export interface Page {
  limit: number;
  startingAfter?: string | undefined;
  endingBefore?: string | undefined;
  createdFrom?: number | undefined;
  createdTo?: number | undefined;
  belongsTo?: string | readonly string[] | undefined;
  charge?: string | undefined;
}

export type Row = Record<string, SQLOutputValue>;

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`);
  return value;
}

export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new Error(`column ${column} holds no number`);
  return value;
}

/**
 * Everything "Stripe" remembers, in one SQLite file. Calls are synchronous, so a request's work is one transaction that
 * nothing interleaves with; what was committed survives a kill -9 (write-ahead log).
 */
export class Store {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private depth = 0;

  /** @param file path of the SQLite file, or `:memory:` */
  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.database = new DatabaseSync(file);
    // One process only: a second one would send every webhook twice. The lock ends with the process, however it ends.
    this.database.exec('PRAGMA busy_timeout = 2000; PRAGMA locking_mode = EXCLUSIVE;');
    try {
      this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      this.database.exec(SCHEMA);
    } catch (error) {
      this.database.close();
      throw new Error(`${file} cannot be opened. Is another Stripe stand-in running on it?`, {
        cause: error,
      });
    }
  }

  close(): void {
    this.database.close();
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const fresh = this.database.prepare(sql);
    this.statements.set(sql, fresh);
    return fresh;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.statement(sql).all(...values);
  }

  one(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  /** Runs the work in one transaction; joins one that is already open. */
  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.database.exec('BEGIN IMMEDIATE');
    this.depth++;
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    } finally {
      this.depth--;
    }
  }

  insert<K extends Kind>(
    kind: K,
    doc: Documents[K],
    links: { belongsTo?: string | null; charge?: string | null; secrets?: Secrets } = {},
  ): void {
    this.run(
      'INSERT INTO objects (id, kind, created, belongs_to, charge, doc, secrets) VALUES (?, ?, ?, ?, ?, ?, ?)',
      doc.id,
      kind,
      doc.created,
      links.belongsTo ?? null,
      links.charge ?? null,
      JSON.stringify(doc),
      JSON.stringify(links.secrets ?? {}),
    );
  }

  find<K extends Kind>(kind: K, id: string): Documents[K] | undefined {
    const row = this.one('SELECT doc FROM objects WHERE id = ? AND kind = ?', id, kind);
    return row ? (JSON.parse(textOf(row, 'doc')) as Documents[K]) : undefined;
  }

  save<K extends Kind>(kind: K, doc: Documents[K]): void {
    this.run('UPDATE objects SET doc = ? WHERE id = ? AND kind = ?', JSON.stringify(doc), doc.id, kind);
  }

  secrets(id: string): Secrets {
    const row = this.one('SELECT secrets FROM objects WHERE id = ?', id);
    return row ? (JSON.parse(textOf(row, 'secrets')) as Secrets) : {};
  }

  saveSecrets(id: string, secrets: Secrets): void {
    this.run('UPDATE objects SET secrets = ? WHERE id = ?', JSON.stringify(secrets), id);
  }

  /** Newest first, as Stripe lists; one more than the limit is read to know whether there are more. */
  page<K extends Kind>(kind: K, page: Page): { data: Documents[K][]; hasMore: boolean } {
    const where = ['kind = ?'];
    const values: SQLInputValue[] = [kind];
    const add = (condition: string, ...more: SQLInputValue[]) => {
      where.push(condition);
      values.push(...more);
    };
    if (page.createdFrom !== undefined) add('created >= ?', page.createdFrom);
    if (page.createdTo !== undefined) add('created <= ?', page.createdTo);
    if (typeof page.belongsTo === 'string') add('belongs_to = ?', page.belongsTo);
    else if (page.belongsTo)
      add(`belongs_to IN (${page.belongsTo.map(() => '?').join(', ')})`, ...page.belongsTo);
    if (page.charge !== undefined) add('charge = ?', page.charge);
    const cursor = page.startingAfter ?? page.endingBefore;
    const backwards = page.endingBefore !== undefined;
    if (cursor !== undefined) {
      const position = this.one('SELECT created, seq FROM objects WHERE id = ?', cursor);
      if (!position) return { data: [], hasMore: false };
      add(
        `(created, seq) ${backwards ? '>' : '<'} (?, ?)`,
        numberOf(position, 'created'),
        numberOf(position, 'seq'),
      );
    }
    const order = backwards ? 'ASC' : 'DESC';
    const rows = this.all(
      `SELECT doc FROM objects WHERE ${where.join(' AND ')} ORDER BY created ${order}, seq ${order} LIMIT ?`,
      ...values,
      page.limit + 1,
    );
    const docs = rows.slice(0, page.limit).map((row) => JSON.parse(textOf(row, 'doc')) as Documents[K]);
    return { data: backwards ? docs.reverse() : docs, hasMore: rows.length > page.limit };
  }

  setting(name: string): string | undefined {
    const row = this.one('SELECT value FROM settings WHERE name = ?', name);
    return row ? textOf(row, 'value') : undefined;
  }

  saveSetting(name: string, value: string): void {
    this.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    );
  }
}
