import type { Client } from 'pg';
import { type RequestKind, requestByMail } from '#lib/accounts/account-request.ts';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { findMyTickets } from '#lib/booking/find-my-tickets.ts';
import { database } from '#lib/database.ts';
import type { Scenes } from './public-pages.ts';
import { viewers } from './viewers.ts';

/** Asks for what was booked with an address. */
export const askForTickets = (email: string) =>
  findMyTickets(email, { address: '198.51.100.200', locale: 'en' });

/** Asks for a letter of each kind, and answers the key that it would bring. Of an attendee, and of somebody new. */
export async function makeKeys(owner: Client, known: string): Promise<NonNullable<Scenes['keys']>> {
  const keyFor = async (kind: RequestKind, email: string) => {
    await requestByMail(kind, email, { address: '198.51.100.200', locale: 'en', nextPath: null });
    const { rows } = await owner.query<{ id: string }>(
      'select id from account_requests where kind = $1 and email = $2 order by created_at desc limit 1',
      [kind, email],
    );
    return mintMailKey(database(), 'account_request', rows[0]?.id ?? '');
  };
  // Somebody who moves to another address, and has said yes in the old mailbox.
  const { rows } = await owner.query<{ id: string }>(
    `insert into email_changes (user_id, old_email, new_email, old_confirmed_at, expires_at)
     select id, email, 'moving.' || email, app_now(), app_now() + interval '1 day' from users where email = $1
     returning id`,
    [viewers.invited],
  );
  return {
    changeEmail: await mintMailKey(database(), 'email_change_new', rows[0]?.id ?? ''),
    confirm: await keyFor('register', 'somebody.new@example.org'),
    reset: await keyFor('reset_password', known),
    link: await keyFor('sign_in', known),
  };
}
