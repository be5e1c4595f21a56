import type { Client } from 'pg';
import { database } from '#lib/database.ts';
import { enqueueJob } from '#lib/job-queue.ts';
import { attendee } from './people.ts';

/**
 * The confirmations of past weeks went out in past weeks: a worker that starts now must not spend its first minutes
 * on a thousand of them. They are filed as sent, except those of the demo's attendee, which it sends at once, so
 * that the inbox has something to show.
 *
 * @param owner a connection of the database's owner, who may take jobs off the queue
 */
export async function settleMail(owner: Client): Promise<void> {
  await owner.query(
    `UPDATE deliveries SET status = 'sent', sent_at = created_at WHERE status = 'pending' AND recipient <> $1`,
    [attendee.email],
  );
  await owner.query(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier = 'deliver_mail'`,
  );
  await enqueueJob(database(), 'deliver_mail', {}, { queue: 'mail' });
}
