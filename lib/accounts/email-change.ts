import { sql } from 'drizzle-orm';
import type { UserActor } from '../auth/actor.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import { assertMay } from '../auth/policy.ts';
import { database, type Queryable } from '../database.ts';

/** Which of the two mailboxes a key came from. */
export type EmailEnd = 'old' | 'new';

/** A change of address as its pages show it. */
export type EmailChange = {
  id: string;
  userId: string;
  oldEmail: string;
  newEmail: string;
  oldConfirmed: boolean;
  newConfirmed: boolean;
  expiresAt: Date;
  /** While it is open it can be confirmed, and taken back. */
  state: 'open' | 'done' | 'stopped' | 'too_old';
};

/** The change behind a key, and whose key it is. Spends nothing; null for anything that was never mailed. */
export async function findEmailChange(
  db: Queryable,
  key: string,
): Promise<(EmailChange & { end: EmailEnd }) | null> {
  for (const end of ['old', 'new'] as const) {
    const id = await openMailKey(db, `email_change_${end}`, key);
    const change = id === null ? null : await readChange(db, sql`id = ${id}`);
    if (change) return { ...change, end };
  }
  return null;
}

/** The change that somebody is waiting for, if any. */
export async function myEmailChange(actor: UserActor): Promise<EmailChange | null> {
  assertMay(actor, 'account.read', { userId: actor.userId });
  return readChange(
    database(),
    sql`user_id = ${actor.userId} and ended_at is null and expires_at > app_now() order by created_at desc limit 1`,
  );
}

async function readChange(db: Queryable, condition: ReturnType<typeof sql>): Promise<EmailChange | null> {
  const { rows } = await db.execute<Omit<EmailChange, 'expiresAt'> & { expiresAt: string }>(sql`
    select id, user_id as "userId", old_email as "oldEmail", new_email as "newEmail",
      old_confirmed_at is not null as "oldConfirmed", new_confirmed_at is not null as "newConfirmed",
      expires_at as "expiresAt",
      case when ended_at is not null and old_confirmed_at is not null and new_confirmed_at is not null then 'done'
        when ended_at is not null then 'stopped' when expires_at > app_now() then 'open' else 'too_old' end as state
    from email_changes where ${condition}`);
  const [row] = rows;
  return row ? { ...row, expiresAt: new Date(row.expiresAt) } : null;
}
