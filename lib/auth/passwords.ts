import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../errors.ts';
import { perProcess } from '../per-process.ts';

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

type Queue = { running: number; waiting: (() => void)[] };

const queue = () => perProcess<Queue>('password-queue', () => ({ running: 0, waiting: [] }));

/**
 * Runs one computation when it is its turn.
 *
 * @throws DomainError `busy` when too many wait already, so that a flood of sign-ins cannot starve the process.
 */
async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  const line = queue();
  if (line.running < AT_ONCE) {
    line.running += 1;
  } else {
    if (line.waiting.length >= MOST_WAITING) throw new DomainError('busy');
    // Whoever ends hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  }
  try {
    return await compute();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
  }
}

/**
 * What may be stored of a password.
 *
 * @throws DomainError `busy`
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), PARAMETERS));
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
  const right = await inTurn(() => verify(stored ?? NOBODYS_HASH, password.normalize('NFKC')));
  return stored !== null && right;
}
