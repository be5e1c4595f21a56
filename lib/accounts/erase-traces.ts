import { sql } from 'drizzle-orm';
import { forgetCounts } from '../auth/rate-limits.ts';
import type { Transaction } from '../database.ts';
import type { ErasedPerson } from './erase-bookings.ts';

/**
 * A step: takes a person out of what they asked for by mail and were asked, with the keys to it; of letters; of the
 * counters of tries; and of what others' log entries say of them.
 *
 * @param theirs ids of bookings and tickets of theirs, whose entries may call them by name
 */
export async function eraseTraces(
  tx: Transaction,
  { userId, emails, names }: ErasedPerson,
  theirs: readonly string[],
): Promise<void> {
  const mine = sql`${sql.param(emails)}::text[]::citext[]`;
  await tx.execute(sql`
    with gone as (
      delete from account_requests where user_id = ${userId} or email = any(${mine}) returning id
    ), changes as (
      delete from email_changes where user_id = ${userId} or old_email = any(${mine}) or new_email = any(${mine})
      returning id
    ), invitations as (
      delete from member_invitations where email = any(${mine}) returning id
    ), offers as (
      select id from ticket_transfers where to_email = any(${mine})
    )
    delete from mail_keys where subject_id in (
      select id from gone union select id from changes union select id from invitations union select id from offers)`);
  await tx.execute(sql`delete from deliveries where booking_id is null and recipient = any(${mine})`);
  await tx.execute(sql`
    delete from graphile_worker._private_jobs
    where locked_at is null and position(${userId} in payload::text) > 0`);
  for (const email of emails) await forgetCounts(tx, email, userId);
  await tx.execute(sql`
    select erase_audit_mentions(${sql.param(emails)}::text[], ${sql.param(names)}::text[], ${sql.param([userId, ...theirs])}::text[])`);
}
