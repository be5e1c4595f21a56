import { type SQL, sql } from 'drizzle-orm';
import { type Database, database, type Queryable } from '../database.ts';
import { log } from '../log.ts';

/** Rows taken in one go: few enough that nobody waits behind them. */
const BATCH = 500;

/** How long what is over is kept, in days. README.md says the same in words, and SECURITY.md for visitors. */
const DAYS = {
  holds: 30,
  stripeEvents: 90,
  mails: 90,
  requests: 7,
  sessions: 30,
  keys: 30,
  emailChanges: 30,
  invitations: 90,
  offers: 90,
};

const before = (days: number) => sql`(select app_now()) - make_interval(days => ${days})`;

/** One batch of a table, in one statement: the rows that are due, past those that somebody else has in hand. */
const some = (table: string, key: string, due: SQL) =>
  sql`select ${sql.raw(key)} from ${sql.raw(table)} where ${due} limit ${BATCH} for update skip locked`;

const remove = (table: string, due: SQL, key = 'id') => {
  const rows = some(table, key, due);
  return async (db: Database) =>
    (await db.execute(sql`delete from ${sql.raw(table)} where ${sql.raw(key)} in (${rows})`)).rowCount ?? 0;
};

/**
 * What is forgotten, in this order. Each takes one batch, answers how much it was, and is called again until nothing is
 * left. Time is the application's, but for the counters, which count real time.
 */
const forgets: Record<string, (db: Database) => Promise<number>> = {
  holds: (db) => db.transaction(forgetHolds),
  stripeEvents: remove('stripe_events', sql`received_at < ${before(DAYS.stripeEvents)}`),
  mailBodies: async (db) => {
    const rows = some(
      'deliveries',
      'id',
      sql`html is not null and status <> 'pending' and created_at < ${before(DAYS.mails)}`,
    );
    const { rowCount } = await db.execute(sql`
      update deliveries set subject = null, html = null, text = null, last_error = null where id in (${rows})`);
    return rowCount ?? 0;
  },
  letters: remove(
    'deliveries',
    sql`booking_id is null and status <> 'pending' and created_at < ${before(DAYS.mails)}`,
  ),
  requests: remove('account_requests', sql`expires_at < ${before(DAYS.requests)}`),
  emailChanges: remove('email_changes', sql`coalesce(ended_at, expires_at) < ${before(DAYS.emailChanges)}`),
  sessions: remove(
    'sessions',
    sql`expires_at < ${before(DAYS.sessions)} or revoked_at < ${before(DAYS.sessions)}`,
  ),
  invitations: remove(
    'member_invitations',
    sql`coalesce(accepted_at, ended_at, expires_at) < ${before(DAYS.invitations)}`,
  ),
  offers: remove(
    'ticket_transfers',
    sql`status in ('declined', 'withdrawn', 'expired') and ended_at < ${before(DAYS.offers)}`,
  ),
  keys: remove('mail_keys', sql`created_at < ${before(DAYS.keys)} and not ${leadsSomewhere()}`, 'hash'),
  rateLimits: remove('rate_limits', sql`expire < extract(epoch from now()) * 1000`, 'key'),
  auditDetails: forgetStrays,
};

/** True for a key whose subject can still be used. */
function leadsSomewhere(): SQL {
  return sql`(
    exists (select from account_requests s where s.id = subject_id and s.used_at is null
            and s.expires_at > (select app_now()))
    or exists (select from email_changes s where s.id = subject_id and s.ended_at is null
            and s.expires_at > (select app_now()))
    or exists (select from member_invitations s where s.id = subject_id and s.accepted_at is null
            and s.ended_at is null and s.expires_at > (select app_now()))
    or exists (select from ticket_transfers s where s.id = subject_id and s.status = 'offered'))`;
}

/**
 * A step: holds that were given back or ran out, with everything about them. One for which money came in, or still could,
 * is no such hold, whatever has become of it.
 */
async function forgetHolds(tx: Queryable): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from bookings b
    where status in ('released', 'expired') and ended_at < ${before(DAYS.holds)}
      and not exists (select from payments p where p.booking_id = b.id and p.status <> 'canceled')
    order by ended_at limit ${BATCH} for update skip locked`);
  if (rows.length === 0) return 0;
  const ids = sql.param(rows.map(({ id }) => id));
  for (const table of ['deliveries', 'payments', 'booking_items'])
    await tx.execute(sql`delete from ${sql.raw(table)} where booking_id = any(${ids}::uuid[])`);
  await tx.execute(sql`delete from bookings where id = any(${ids}::uuid[])`);
  return rows.length;
}

/** What was written down about people who are erased, in a request that was under way while they were. */
async function forgetStrays(db: Database): Promise<number> {
  const { rows } = await db.execute<{ gone: number }>(sql`
    select erase_audit_details(person_id) as gone from (
      select distinct person_id from audit_details d
      where not exists (select from users u where u.id = d.person_id) limit ${BATCH}) strays`);
  return rows.length;
}

/**
 * A flow: throws away what is older than it has to be kept, in small batches. Runs once a day; the audit log stays for
 * ever. Safe to run twice at once, and to be cut off.
 *
 * @returns how many rows, by what they were
 */
export async function forgetOld(signal?: AbortSignal): Promise<Record<string, number>> {
  const db = database();
  const forgotten: Record<string, number> = {};
  for (const [what, forget] of Object.entries(forgets)) {
    for (;;) {
      if (signal?.aborted) return forgotten;
      const rows = await forget(db);
      forgotten[what] = (forgotten[what] ?? 0) + rows;
      if (rows < BATCH) break;
    }
  }
  log().info({ forgotten }, 'what was old is forgotten');
  return forgotten;
}
