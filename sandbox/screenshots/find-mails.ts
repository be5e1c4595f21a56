import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';

/** How long the worker may take with what waits, in milliseconds. */
const PATIENCE = 20_000;

/** The kinds of mail that there is something to see of; `companion` is the confirmation of somebody who did not buy. */
export type MailScene =
  | 'booking_confirmed'
  | 'companion'
  | 'booking_refunded'
  | 'booking_expired'
  | 'sign_in_link'
  | 'password_reset'
  | 'registration'
  | 'email_change'
  | 'bookings_found'
  | 'transfer_offered'
  | 'ticket_claimed'
  | 'transfer_ended'
  | 'invitation';

/** Who comes with a buyer and has an address of their own. */
export const companionOf = (reference: string) => `friend.${reference.toLowerCase()}@example.org`;

/**
 * Where the newest mail of each kind is shown as HTML, once everything that was asked for is sent.
 *
 * @param confirmed the reference of the booking whose confirmation is wanted
 */
export async function findMails(
  owner: Client,
  inboxUrl: string,
  confirmed: string,
): Promise<Partial<Record<MailScene, string>>> {
  const end = Date.now() + PATIENCE;
  const isWaiting = async () => {
    const { rowCount } = await owner.query(`select from deliveries where status = 'pending' limit 1`);
    return rowCount === 1;
  };
  while (Date.now() < end && (await isWaiting())) await setTimeout(200);
  const { rows } = await owner.query<{ kind: MailScene; id: string }>(
    `select distinct on (1) case when d.recipient = $2 then 'companion' else d.kind::text end as kind, provider_id as id
     from deliveries d left join bookings b on b.id = d.booking_id
     where d.status = 'sent' and (d.kind <> 'booking_confirmed' or b.reference = $1)
     order by 1, d.sent_at desc`,
    [confirmed, companionOf(confirmed)],
  );
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, `${inboxUrl}/messages/${id}/html`]));
}
