import type { Client } from 'pg';
import { type RequestKind, requestByMail } from '#lib/accounts/account-request.ts';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { database } from '#lib/database.ts';
import type { Scenes } from './public-pages.ts';

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
  return {
    confirm: await keyFor('register', 'somebody.new@example.org'),
    reset: await keyFor('reset_password', known),
    link: await keyFor('sign_in', known),
  };
}
