import { sql } from 'drizzle-orm';
import { mintMailKey } from '../auth/mail-keys.ts';
import { database } from '../database.ts';
import type { RequestKind } from './account-request.ts';
import { confirmRegistration } from './confirm-registration.ts';
import { register } from './register.ts';

/** What tests of accounts share: keys as a letter would have brought them, and people who have one. */

/** A key to the last request of a kind for an address. */
export async function keyFor(email: string, kind: RequestKind): Promise<string> {
  const { rows } = await database().execute<{ id: string }>(sql`
    select id from account_requests where email = ${email} and kind = ${kind} order by created_at desc limit 1`);
  const [request] = rows;
  if (!request) throw new Error(`${email} has asked for nothing`);
  return mintMailKey(database(), 'account_request', request.id);
}

let network = 0;

/** Where somebody comes from who has not been here before. */
export const fromSomewhere = (locale = 'en') => {
  network += 1;
  return {
    address: `2001:db8:${(network >> 8).toString(16)}:${(network & 255).toString(16)}::1`,
    locale,
    nextPath: null,
  };
};

/** Somebody who has signed up and confirmed their address. */
export async function makeAccount(email: string, password = 'quite long enough'): Promise<string> {
  const input = { name: 'Ada Nwosu', email, password, acceptTerms: true, marketingConsent: false };
  const { mark } = await register(input, fromSomewhere());
  const key = await keyFor(email, 'register');
  return (await confirmRegistration({ key, password: null }, mark)).userId;
}
