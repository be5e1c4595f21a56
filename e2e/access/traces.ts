import { ask } from '../stage/database.ts';

/** What changes by itself, or by looking: how often somebody tried, when a session was last seen, Stripe's own news. */
const RESTLESS = ['rate_limits', 'sandbox_clock', 'stripe_events', 'mail_keys'];

/** Columns that the worker or a mere visit writes. */
const RESTLESS_COLUMNS = [
  'last_seen_at',
  'checked_at',
  'attempts',
  'last_error',
  'provider_id',
  'sent_at',
  'html',
  'text',
  'subject',
  'batch_id',
  'with_attachments',
];

/** A fingerprint of every row that somebody's deed could have changed. Mails count when asked for, not when sent. */
export async function fingerprint(): Promise<string> {
  const tables = await ask<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> all($1) order by relname`,
    [RESTLESS],
  );
  const parts = tables.map(({ name }) => {
    const restless = name === 'deliveries' ? [...RESTLESS_COLUMNS, 'status'] : RESTLESS_COLUMNS;
    // The worker drops a letter that has nothing to say any more: the change it asks about has a row of its own.
    const which = name === 'deliveries' ? "where kind <> 'email_change'" : '';
    return `select '${name}' as name, coalesce(sum(hashtextextended(
      (to_jsonb(t) - array[${restless.map((column) => `'${column}'`).join(',')}])::text, 0)), 0)::text as hash from "${name}" t ${which}`;
  });
  const rows = await ask<{ name: string; hash: string }>(parts.join(' union all '));
  return rows.map(({ name, hash }) => `${name} ${hash}`).join('\n');
}

/** The tables in which two fingerprints differ. */
export function differences(before: string, after: string): string[] {
  const old = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !old.has(line))
    .map((line) => line.split(' ')[0] ?? '');
}

/** The newest entry of the audit log. */
export async function lastEntry(): Promise<number> {
  const [row] = await ask<{ id: number }>('select coalesce(max(id), 0)::int as id from audit_log');
  return row?.id ?? 0;
}

/** True when all that was done since was the worker's doing, such as a hold that ran out. */
export async function onlyTheHouseDid(since: number): Promise<boolean> {
  const [row] = await ask<{ house: boolean }>(
    `select coalesce(bool_and(actor in ('system', 'stripe')), false) as house from audit_log where id > $1`,
    [since],
  );
  return row?.house ?? false;
}
