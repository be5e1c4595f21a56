import { createHash } from 'node:crypto';
import { ApiError } from './errors.ts';
import { canonicalForm } from './form.ts';
import { numberOf, textOf } from './store.ts';
import type { World } from './world.ts';

/** https://docs.stripe.com/api/idempotent_requests */
const KEPT_MS = 24 * 3_600_000;

export interface Answer {
  status: number;
  body: string;
}

export interface Replayed extends Answer {
  requestId: string;
}

export function fingerprintOf(body: string): string {
  return createHash('sha256').update(canonicalForm(body)).digest('hex');
}

/**
 * The stored answer to this key, if there is one younger than 24 hours.
 * @throws ApiError 400 `idempotency_error` when the key was used for something else
 */
export function findReplay(
  world: World,
  key: string,
  path: string,
  fingerprint: string,
): Replayed | undefined {
  const row = world.store.one('SELECT * FROM idempotency WHERE key = ?', key);
  if (!row) return undefined;
  if (Math.abs(world.clock.nowMs() - numberOf(row, 'created_ms')) >= KEPT_MS) {
    world.store.run('DELETE FROM idempotency WHERE key = ?', key);
    return undefined;
  }
  const storedPath = textOf(row, 'path');
  const mismatch =
    storedPath !== path
      ? `for the same endpoint they were first used for ('${path}' vs '${storedPath}')`
      : textOf(row, 'fingerprint') !== fingerprint
        ? 'with the same parameters they were first used with'
        : undefined;
  if (mismatch) {
    throw new ApiError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used ${mismatch}. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  return { status: numberOf(row, 'status'), body: textOf(row, 'body'), requestId: textOf(row, 'request_id') };
}

/** Remembers an answer, in the transaction of the work it tells of. */
export function remember(
  world: World,
  key: string,
  request: { path: string; fingerprint: string; requestId: string },
  answer: Answer,
): void {
  world.store.run(
    `INSERT INTO idempotency (key, path, fingerprint, status, body, request_id, created_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
    key,
    request.path,
    request.fingerprint,
    answer.status,
    answer.body,
    request.requestId,
    world.clock.nowMs(),
  );
}

export function keyInUse(key: string): ApiError {
  return new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}
