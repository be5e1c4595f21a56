import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';

/**
 * argon2id with 19 MiB, two passes, one lane, as OWASP recommends
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html). The package hashes with
 * argon2id unless told otherwise; the test holds it to that.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One computation fewer than there are processors, so that pages are still served while passwords are checked. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

/** Beyond this many waiting, some two seconds, an honest "busy" is better than a longer queue. */
const MOST_WAITING = 50 * AT_ONCE;

/**
 * Runs one computation when it is its turn.
 *
 * @throws DomainError `busy` when too many wait already, so that a flood of sign-ins cannot starve the process.
 */
async function inLine<T>(compute: () => Promise<T>): Promise<T> {
  const done = await inTurn({ name: 'passwords', atOnce: AT_ONCE, mostWaiting: MOST_WAITING }, compute);
  if (!done) throw new DomainError('busy');
  return done.value;
}

/**
 * What may be stored of a password.
 *
 * @throws DomainError `busy`
 */
export function hashPassword(password: string): Promise<string> {
  return inLine(() => hash(password.normalize('NFKC'), PARAMETERS));
}

/** Hash of a random word nobody knows, with the same parameters: checking against it takes the same time. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$rtPOgAv1jKMqR9Z618i5bg$tBTPUI0xsiEjkrYrceTdn+0LuAnx2Lefcp4Mn15kObE';

/**
 * True when the password belongs to the hash. For an address without an account pass null: it is compared all the
 * same, so that the time taken does not tell.
 *
 * @throws DomainError `busy`
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await inLine(() => verify(stored ?? NOBODYS_HASH, password.normalize('NFKC')));
  return stored !== null && right;
}
