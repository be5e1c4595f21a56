import { numberOf, type Row, textOf } from './store.ts';
import type { World } from './world.ts';

/** A moment for the answer to reach the caller first, as at Stripe. */
const AFTER_ANSWER_MS = 5;

/** Stripe's own pauses between attempts, by the sandbox's clock. */
const STRIPE_PAUSES_MS = [5, 30, 120, 300, 600].map((minutes) => minutes * 60_000);
const STRIPE_LAST_PAUSE_MS = 12 * 3_600_000;
/** Nobody waits half an hour in a demo: whichever comes first, the pause above or this one in real time. */
const REAL_PAUSES_MS = [1000, 2000, 5000];
const REAL_LAST_PAUSE_MS = 15_000;
/** Stripe gives up after three days. */
const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000;

export interface Delivery {
  id: number;
  eventId: string;
  eventType: string;
  state: 'pending' | 'held' | 'delivered' | 'dropped' | 'given_up';
  attempts: number;
  badSignature: boolean;
  queuedRealMs: number;
  dueRealMs: number;
  dueClockMs: number;
  /** HTTP status of each attempt so far; 0 where there was no answer. */
  statuses: number[];
}

const STATES = ['pending', 'held', 'delivered', 'dropped', 'given_up'] as const;

function toDelivery(row: Row): Delivery {
  const state = STATES.find((one) => one === textOf(row, 'state'));
  if (!state) throw new Error('unknown state of a delivery');
  return {
    id: numberOf(row, 'id'),
    eventId: textOf(row, 'event_id'),
    eventType: textOf(row, 'event_type'),
    state,
    attempts: numberOf(row, 'attempts'),
    badSignature: numberOf(row, 'bad_signature') === 1,
    queuedRealMs: numberOf(row, 'queued_real_ms'),
    dueRealMs: numberOf(row, 'due_real_ms'),
    dueClockMs: numberOf(row, 'due_clock_ms'),
    statuses: JSON.parse(textOf(row, 'statuses')) as number[],
  };
}

function queue(
  world: World,
  eventId: string,
  eventType: string,
  state: 'pending' | 'held' | 'dropped',
): void {
  const mode = world.modes.current;
  const badSignature = state !== 'dropped' && mode.badSignatureNext > 0;
  if (badSignature) world.modes.change({ badSignatureNext: mode.badSignatureNext - 1 });
  const now = Date.now();
  const wait = AFTER_ANSWER_MS + mode.delayMs;
  world.store.run(
    `INSERT INTO deliveries (event_id, event_type, state, bad_signature, queued_real_ms, due_real_ms, due_clock_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    eventId,
    eventType,
    state,
    badSignature ? 1 : 0,
    now,
    now + wait,
    world.clock.nowMs() + wait,
  );
}

/** Queues an event with all its copies, as the webhook mode says. */
export function queueDeliveries(world: World, eventId: string, eventType: string): void {
  const { dropNext, duplicates, hold } = world.modes.current;
  if (dropNext === 'all' || dropNext > 0) {
    if (dropNext !== 'all') world.modes.change({ dropNext: dropNext - 1 });
    queue(world, eventId, eventType, 'dropped');
    return;
  }
  for (let copy = 0; copy <= duplicates; copy++) queue(world, eventId, eventType, hold ? 'held' : 'pending');
}

/** Queues an event again, `times` times, however it fared before. */
export function replay(world: World, eventId: string, eventType: string, times: number): void {
  world.store.transaction(() => {
    for (let copy = 0; copy < times; copy++) queue(world, eventId, eventType, 'pending');
  });
}

/** Lets held deliveries go, oldest or newest first. */
export function release(world: World, order: 'forward' | 'reverse'): number {
  const held = deliveries(world, 'held');
  if (order === 'reverse') held.reverse();
  const now = Date.now();
  world.store.transaction(() => {
    for (const [index, delivery] of held.entries()) {
      // 20 ms apart: close enough for a race, far enough that the order is the one asked for.
      world.store.run(
        "UPDATE deliveries SET state = 'pending', due_real_ms = ?, due_clock_ms = ? WHERE id = ?",
        now + index * 20,
        world.clock.nowMs() + index * 20,
        delivery.id,
      );
    }
  });
  return held.length;
}

export function deliveries(world: World, state?: Delivery['state']): Delivery[] {
  const rows = state
    ? world.store.all('SELECT * FROM deliveries WHERE state = ? ORDER BY id', state)
    : world.store.all('SELECT * FROM deliveries ORDER BY id');
  return rows.map(toDelivery);
}

/** Pending deliveries whose time has come by either clock, longest due first. Two queries, so that each has its index. */
export function dueDeliveries(world: World, limit: number): Delivery[] {
  const due = (clock: 'due_real_ms' | 'due_clock_ms', now: number) =>
    world.store.all(
      `SELECT * FROM deliveries WHERE state = 'pending' AND ${clock} <= ? ORDER BY ${clock}, id LIMIT ?`,
      now,
      limit,
    );
  const byReal = due('due_real_ms', Date.now()).map(toDelivery);
  if (byReal.length === limit) return byReal;
  const known = new Set(byReal.map(({ id }) => id));
  const byClock = due('due_clock_ms', world.clock.nowMs()).map(toDelivery);
  return [...byReal, ...byClock.filter(({ id }) => !known.has(id))];
}

/** Real milliseconds until the next pending delivery, or undefined when nothing waits. */
export function nextDelivery(world: World): number | undefined {
  const row = world.store.one("SELECT min(due_real_ms) AS due FROM deliveries WHERE state = 'pending'");
  return row && row.due !== null ? Math.max(0, numberOf(row, 'due') - Date.now()) : undefined;
}

/** Notes how an attempt ended and when to try again. @param status HTTP status, 0 for no answer */
export function recordAttempt(world: World, delivery: Delivery, status: number): void {
  const attempts = delivery.attempts + 1;
  const statuses = JSON.stringify([...delivery.statuses, status].slice(-50));
  const delivered = status >= 200 && status < 300;
  const clockNow = world.clock.nowMs();
  const tooOld = clockNow - eventTimeMs(world, delivery.eventId) > GIVE_UP_AFTER_MS;
  const state = delivered ? 'delivered' : tooOld ? 'given_up' : 'pending';
  world.store.transaction(() => {
    world.store.run(
      `UPDATE deliveries SET state = ?, attempts = ?, statuses = ?, due_real_ms = ?, due_clock_ms = ? WHERE id = ?`,
      state,
      attempts,
      statuses,
      Date.now() + (REAL_PAUSES_MS[attempts - 1] ?? REAL_LAST_PAUSE_MS),
      clockNow + (STRIPE_PAUSES_MS[attempts - 1] ?? STRIPE_LAST_PAUSE_MS),
      delivery.id,
    );
    const event = world.store.find('event', delivery.eventId);
    if (event && state !== 'pending') world.store.save('event', { ...event, pending_webhooks: 0 });
  });
}

function eventTimeMs(world: World, eventId: string): number {
  return (world.store.find('event', eventId)?.created ?? 0) * 1000;
}
