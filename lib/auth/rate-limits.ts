import { createHash, createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { pool, type Queryable } from '../database.ts';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { perProcess } from '../per-process.ts';
import { networkOf, siteOf } from './client-address.ts';
import { countTry } from './count-try.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How many tries in how many seconds. Nobody is counted by account alone wherever they come from: else anybody could
 * lock out anybody whose address they know. The limits by network leave room for a whole office behind one address.
 */
const limits = {
  /** One account from one network. */
  sign_in_account: { points: 8, duration: 15 * MINUTE },
  /** All accounts from one network. */
  sign_in_network: { points: 60, duration: 15 * MINUTE },
  /** All networks of one customer, of whom IPv6 gives some 65,536 to each. */
  sign_in_site: { points: 300, duration: 15 * MINUTE },
  /** One account from all networks where it was not signed in to lately; its owner has those, and a link by mail. */
  sign_in_elsewhere: { points: 30, duration: HOUR },
  /** Not a limit: where an account was signed in to with its password. */
  familiar: { points: 1, duration: 30 * DAY },
  sign_up_network: { points: 20, duration: HOUR },
  /** One person; nobody else can use it up. */
  founding: { points: 5, duration: DAY },
  /** One person's invitations: mails to whoever they like. */
  invitation: { points: 40, duration: HOUR },
  /** One person's files of all that is kept about them: each reads everything. */
  export: { points: 10, duration: HOUR },
  /** One person's pictures: each keeps a core busy. */
  picture: { points: 20, duration: HOUR },
  /** One person's names: the log keeps each, and erasing them looks for all. */
  renaming: { points: 10, duration: DAY },
  /** Letters that somebody can have sent, to whomever, from one network. */
  letter_network: { points: 30, duration: HOUR },
  /** Letters of one kind to one address, from wherever. */
  letter_address: { points: 6, duration: HOUR },
} as const;

type Limit = keyof typeof limits;

/**
 * Kept in PostgreSQL, because every process must count together. Real time, not `app_now()`: it guards real machines.
 * The client is handed over without the names of its statements, which a pooler in transaction mode may not know.
 */
function limiter(limit: Limit): RateLimiterPostgres {
  return perProcess(
    `rate-limit.${limit}`,
    () =>
      new RateLimiterPostgres({
        ...limits[limit],
        keyPrefix: limit,
        storeClient: {
          query: ({ text, values }: { text: string; values: unknown[] }) => pool().query(text, values),
        },
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
      }),
  );
}

const count = (limit: Limit, key: string) => countTry(limiter(limit), key);

/**
 * Lower case as PostgreSQL has it for `citext`, a letter at a time; JavaScript takes two for "İ", and looks at what stands
 * beside a "Σ". Else one account would have as many counts as it has ways to be written.
 */
const folded = (email: string) =>
  Array.from(email.trim(), (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase())).join('');

/** No address of a person is stored for counting, only a hash of it. */
const hashOf = (email: string) => createHash('sha256').update(folded(email)).digest('base64url');

const accountKey = (email: string, address: string) => `${hashOf(email)}|${networkOf(address)}`;

/** It is kept for longer than counts, so that it must not tell from where somebody comes, whoever reads it. */
function familiarKey(email: string, address: string): string {
  const place = createHmac('sha256', env().authSecret).update(accountKey(email, address)).digest('base64url');
  return `${hashOf(email)}|${place}`;
}

const isFamiliar = async (email: string, address: string) =>
  (await limiter('familiar').get(familiarKey(email, address))) !== null;

/**
 * Counts a try to sign in, before the password is looked at, so that many at once cannot slip through.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countSignIn(email: string, address: string): Promise<void> {
  await count('sign_in_network', networkOf(address));
  if (siteOf(address) !== networkOf(address)) await count('sign_in_site', siteOf(address));
  await count('sign_in_account', accountKey(email, address));
}

/**
 * Counts a try of somebody who is not signed in, wherever they are, unless the account was signed in to from there
 * lately. It does the same for an address without an account.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countFromElsewhere(email: string, address: string): Promise<void> {
  if (!(await isFamiliar(email, address))) await count('sign_in_elsewhere', hashOf(email));
}

/** Remembers where an account was signed in to, and takes the count back. */
export async function rememberSignIn(email: string, address: string): Promise<void> {
  if (!(await isFamiliar(email, address))) await limiter('sign_in_elsewhere').reward(hashOf(email));
  await limiter('familiar').set(familiarKey(email, address), 1, limits.familiar.duration);
}

/** Takes the counts back after the right password: only failures are to slow somebody down. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  await limiter('sign_in_account').delete(accountKey(email, address));
  await limiter('sign_in_network').reward(networkOf(address));
  if (siteOf(address) !== networkOf(address)) await limiter('sign_in_site').reward(siteOf(address));
}

/**
 * Counts a try to make an account.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countSignUp(address: string): Promise<void> {
  await count('sign_up_network', networkOf(address));
}

/**
 * Counts an organizer that somebody founds: each takes an address and shows itself in public. What came to nothing does
 * not count.
 *
 * @throws DomainError `too_many_tries`, or what `found` throws
 */
export async function limitFounding<T>(userId: string, found: () => Promise<T>): Promise<T> {
  await count('founding', userId);
  try {
    return await found();
  } catch (error) {
    await limiter('founding').reward(userId);
    throw error;
  }
}

/**
 * Counts a try to have a letter sent.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countLetterRequest(address: string): Promise<void> {
  await count('letter_network', networkOf(address));
}

/**
 * What letters somebody can have sent are about, each counted for itself: so that nobody, with letters of one kind, keeps
 * those of another from whom they are for.
 */
type AskedLetter =
  | 'register'
  | 'sign_in'
  | 'reset_password'
  | 'erase_account'
  | 'email_change'
  | 'bookings'
  | 'tickets'
  | 'offer'
  | 'invitation';

const letterKey = (kind: AskedLetter, email: string) => `${hashOf(email)}|${kind}`;

/** Counts a letter to an address. False when it has had enough of that kind, so that nobody can flood an inbox. */
export async function countLetter(kind: AskedLetter, email: string): Promise<boolean> {
  try {
    await count('letter_address', letterKey(kind, email));
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'too_many_tries') return false;
    throw error;
  }
}

/**
 * Counts a letter to an address that `send` asks for, unless that comes to nothing.
 *
 * @throws DomainError `too_many_tries`, or what `send` throws
 */
export async function limitLetter<T>(kind: AskedLetter, email: string, send: () => Promise<T>): Promise<T> {
  await count('letter_address', letterKey(kind, email));
  try {
    return await send();
  } catch (error) {
    await limiter('letter_address').reward(letterKey(kind, email));
    throw error;
  }
}

/**
 * Counts an invitation that somebody sends.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countInvitation(userId: string): Promise<void> {
  await count('invitation', userId);
}

/**
 * Counts a file of everything that somebody has made of themselves.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countExport(userId: string): Promise<void> {
  await count('export', userId);
}

/**
 * Counts a picture that somebody sends, before it is read.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countPicture(userId: string): Promise<void> {
  await count('picture', userId);
}

/**
 * Counts another name that somebody takes.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countRenaming(userId: string): Promise<void> {
  await count('renaming', userId);
}

/** A step: forgets what was counted for one person, by their address or their account. Networks are others' as well. */
export async function forgetCounts(tx: Queryable, email: string, userId: string): Promise<void> {
  await tx.execute(sql`
    delete from rate_limits where position(${hashOf(email)} in key) > 0 or position(${userId} in key) > 0`);
}

/** A step: forgets where the account of an address was signed in to. */
export async function forgetFamiliar(tx: Queryable, email: string): Promise<void> {
  await tx.execute(sql`delete from rate_limits where starts_with(key, ${`familiar:${hashOf(email)}|`})`);
}
