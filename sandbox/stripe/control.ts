import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { deliveries, release, replay } from './deliveries.ts';
import { ApiError } from './errors.ts';
import { toFault } from './faults.ts';
import { decodeForm, type FormObject } from './form.ts';
import { readBody, sendJson } from './http.ts';
import type { Kind } from './objects.ts';
import { createRefund } from './refunds.ts';
import { numberOf, textOf } from './store.ts';
import { runTasks } from './tasks.ts';
import { answerChallenge } from './three-d-secure.ts';
import { NO_REQUEST, type World } from './world.ts';

const clockBody = z.strictObject({ offsetMs: z.int() });
const modeBody = z
  .strictObject({
    url: z.url().nullable(),
    delayMs: z.int().min(0),
    duplicates: z.int().min(0).max(1000),
    reorderWindow: z.int().min(0),
    dropNext: z.union([z.int().min(0), z.literal('all')]),
    badSignatureNext: z.int().min(0),
  })
  .partial();
const releaseBody = z.strictObject({ order: z.enum(['forward', 'reverse']).default('forward') });
const replayBody = z.strictObject({
  events: z.union([z.array(z.string()), z.literal('all')]).default('all'),
  type: z.string().optional(),
  times: z.int().min(1).max(1000).default(1),
});
const faultBody = z
  .strictObject({
    kind: z.enum(['status', 'close', 'latency']),
    when: z.enum(['before', 'after']),
    times: z.int().min(1),
    method: z.string(),
    path: z.string(),
    status: z.int().min(400).max(599),
    latencyMs: z.int().min(0),
    shouldRetry: z.boolean(),
    remembered: z.boolean(),
  })
  .partial();
const refundBody = z.strictObject({
  paymentIntent: z.string().optional(),
  charge: z.string().optional(),
  amount: z.int().optional(),
  reason: z.string().optional(),
});
const challengeBody = z.strictObject({ outcome: z.enum(['complete', 'fail', 'abandon']) });

function allOf(world: World, kind: Kind): unknown[] {
  return world.store
    .all('SELECT doc FROM objects WHERE kind = ? ORDER BY seq', kind)
    .map((row): unknown => JSON.parse(textOf(row, 'doc')));
}

function state(world: World): object {
  return {
    paymentIntents: allOf(world, 'payment_intent'),
    charges: allOf(world, 'charge'),
    refunds: allOf(world, 'refund'),
    disputes: allOf(world, 'dispute'),
    events: allOf(world, 'event'),
    deliveries: deliveries(world),
  };
}

function settings(world: World): object {
  return {
    clock: { offsetMs: world.clock.offsetMs, now: world.clock.now() },
    webhooks: world.modes.current,
    faults: world.faults.current,
    plannedTasks: numberOf(world.store.one('SELECT count(*) AS n FROM tasks'), 'n'),
    keys: {
      secretKey: world.secretKey,
      publishableKey: world.publishableKey,
      webhookSecret: world.webhookSecret,
    },
  };
}

function replayEvents(world: World, given: z.infer<typeof replayBody>): object {
  const wanted = given.events;
  const events = world.store
    .all("SELECT id, belongs_to FROM objects WHERE kind = 'event' ORDER BY seq")
    .map((row) => ({ id: textOf(row, 'id'), type: textOf(row, 'belongs_to') }))
    .filter((event) => wanted === 'all' || wanted.includes(event.id))
    .filter((event) => given.type === undefined || event.type === given.type);
  for (const event of events) replay(world, event.id, event.type, given.times);
  return { replayed: events.length * given.times };
}

function dashboardRefund(world: World, given: z.infer<typeof refundBody>): unknown {
  const form = new URLSearchParams();
  if (given.paymentIntent) form.set('payment_intent', given.paymentIntent);
  if (given.charge) form.set('charge', given.charge);
  if (given.amount !== undefined) form.set('amount', String(given.amount));
  if (given.reason) form.set('reason', given.reason);
  const params: FormObject = decodeForm(form.toString());
  return world.store.transaction(() => createRefund(world, NO_REQUEST, params));
}

type Handler = (world: World, body: unknown, match: RegExpExecArray) => unknown;

const ROUTES: readonly [string, RegExp, Handler][] = [
  ['GET', /^\/$/, settings],
  ['GET', /^\/state$/, state],
  ['GET', /^\/deliveries$/, (world) => deliveries(world)],
  [
    'POST',
    /^\/clock$/,
    (world, body) => {
      world.clock.moveTo(clockBody.parse(body).offsetMs);
      return { offsetMs: world.clock.offsetMs, now: world.clock.now() };
    },
  ],
  ['POST', /^\/tasks\/run$/, (world) => ({ ran: runTasks(world, true) })],
  [
    'POST',
    /^\/webhooks$/,
    (world, body) => {
      const given = modeBody.parse(body);
      world.modes.change(
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      );
      return world.modes.current;
    },
  ],
  [
    'POST',
    /^\/webhooks\/reset$/,
    (world) => {
      world.modes.reset();
      return world.modes.current;
    },
  ],
  [
    'POST',
    /^\/webhooks\/(pause|resume|hold)$/,
    (world, _body, match) => {
      if (match[1] === 'hold') world.modes.change({ hold: true });
      else world.modes.change({ paused: match[1] === 'pause' });
      return world.modes.current;
    },
  ],
  [
    'POST',
    /^\/webhooks\/release$/,
    (world, body) => {
      const { order } = releaseBody.parse(body);
      world.modes.change({ hold: false });
      return { released: release(world, order) };
    },
  ],
  ['POST', /^\/events\/replay$/, (world, body) => replayEvents(world, replayBody.parse(body))],
  [
    'POST',
    /^\/faults$/,
    (world, body) => {
      const given = faultBody.parse(body);
      world.faults.add(
        toFault(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))),
      );
      return world.faults.current;
    },
  ],
  [
    'DELETE',
    /^\/faults$/,
    (world) => {
      world.faults.clear();
      return world.faults.current;
    },
  ],
  ['POST', /^\/refunds$/, (world, body) => dashboardRefund(world, refundBody.parse(body))],
  [
    'POST',
    /^\/challenges\/([^/]+)$/,
    (world, body, match) => {
      const result = answerChallenge(world, match[1] ?? '', challengeBody.parse(body).outcome);
      if (!result)
        throw new ApiError(404, { type: 'invalid_request_error', message: 'No challenge is open there.' });
      return { status: result.intent.status, redirectUrl: result.redirectUrl };
    },
  ],
];

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)(:\d+)?$/;

/** Only programs on this machine: no other address, and no web page (pages send an Origin, and may rebind names). */
function mayControl(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? '';
  const local = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
  return local && request.headers.origin === undefined && LOOPBACK.test(request.headers.host ?? '');
}

/** Answers one call of the control API. */
export async function handleControl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!mayControl(request)) {
    sendJson(response, 403, { error: 'The control API answers programs on this machine only.' });
    return;
  }
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  try {
    const text = request.method === 'POST' ? await readBody(request) : '';
    const body: unknown = text === '' ? {} : JSON.parse(text);
    for (const [method, pattern, handler] of ROUTES) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (!match) continue;
      sendJson(response, 200, handler(world, body, match));
      return;
    }
    sendJson(response, 404, { error: `There is no ${request.method} ${path}.` });
  } catch (error) {
    if (error instanceof ApiError) sendJson(response, error.status, { error: error.body });
    else if (error instanceof z.ZodError) sendJson(response, 400, { error: z.prettifyError(error) });
    else if (error instanceof SyntaxError) sendJson(response, 400, { error: 'The body is no JSON.' });
    else throw error;
  }
}
