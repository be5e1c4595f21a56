import { setImmediate } from 'node:timers/promises';
import { database, isAboutData, isTransient } from '../database.ts';
import { DomainError } from '../errors.ts';
import { log } from '../log.ts';
import { perProcess } from '../per-process.ts';
import { type Hold, type HoldAnswer, type HoldOrder, holdBatch } from './hold-batch.ts';

/**
 * Coalescing of holds. A hot event is one row that everyone wants, and a transaction each would queue up at its lock:
 * some 500 a second. So each process gathers the orders for one event that come in while a transaction is under way,
 * and serves them together in the next. Under no load an order waits for nobody; under load the batch grows by itself.
 * Other processes queue at the database's lock, a batch at a time.
 */

/** More than this in one transaction gains nothing, and keeps the lock from other processes. */
const LARGEST_BATCH = 500;
/** Beyond this a buyer is told that it is busy, rather than left waiting. */
const LONGEST_QUEUE = 5_000;
const TRIES = 3;

type Waiting = HoldOrder & { resolve: (hold: Hold) => void; reject: (error: unknown) => void };
type Queue = { waiting: Waiting[]; serving: boolean };

const queues = () => perProcess('hold-queue', () => new Map<string, Queue>());

/** What the metrics show of this process's queues. */
export const holdQueueStats = () =>
  perProcess('hold-queue-stats', () => ({ batches: 0, orders: 0, refused: 0, largestBatch: 0 }));

/** How many orders wait in this process right now. */
export function holdQueueLength(): number {
  let length = 0;
  for (const queue of queues().values()) length += queue.waiting.length;
  return length;
}

/**
 * Puts an order in the queue of its event and answers when it has been served.
 *
 * @throws DomainError `busy` when too many wait; whatever `decideHold` says about this order
 */
export function holdInTurn(order: HoldOrder): Promise<Hold> {
  const { eventId } = order.input;
  const queue = queues().get(eventId) ?? { waiting: [], serving: false };
  queues().set(eventId, queue);
  if (queue.waiting.length >= LONGEST_QUEUE) {
    holdQueueStats().refused += 1;
    return Promise.reject(new DomainError('busy'));
  }
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ...order, resolve, reject });
    if (!queue.serving) void serve(eventId, queue);
  });
}

async function serve(eventId: string, queue: Queue): Promise<void> {
  queue.serving = true;
  // One turn of the event loop, so that requests which arrived together are served together.
  await setImmediate();
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, LARGEST_BATCH);
    const stats = holdQueueStats();
    stats.batches += 1;
    stats.orders += batch.length;
    stats.largestBatch = Math.max(stats.largestBatch, batch.length);
    await serveBatch(eventId, batch);
  }
  queue.serving = false;
  queues().delete(eventId);
}

async function serveBatch(eventId: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const answers = await withRetries(() => holdBatch(database(), eventId, batch));
    for (const [index, answer] of answers.entries()) settle(batch[index], answer);
  } catch (error) {
    if (isAboutData(error) && batch.length > 1) {
      // One bad order must not spoil the others: halve until it stands alone, and hears of it alone.
      const half = Math.ceil(batch.length / 2);
      await serveBatch(eventId, batch.slice(0, half));
      await serveBatch(eventId, batch.slice(half));
      return;
    }
    log().error({ err: error, eventId, orders: batch.length }, 'a batch of holds failed');
    // A database that does not answer is not asked again for each of them: they can try again themselves.
    const answer = isAboutData(error) ? error : new DomainError('busy');
    for (const order of batch) order.reject(answer);
  }
}

function settle(order: Waiting | undefined, answer: HoldAnswer): void {
  if (answer.ok) order?.resolve(answer.hold);
  else order?.reject(answer.error);
}

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
    }
  }
}
