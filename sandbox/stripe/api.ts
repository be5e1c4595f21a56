import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { authenticate } from './authentication.ts';
import { ApiError, rateLimited, serverError, unknownRoute } from './errors.ts';
import { expand } from './expand.ts';
import type { Fault } from './faults.ts';
import { decodeForm } from './form.ts';
import { readBody, send } from './http.ts';
import { type Answer, findReplay, fingerprintOf, keyInUse, remember } from './idempotency.ts';
import { newId } from './ids.ts';
import { API_VERSION } from './objects.ts';
import { type Call, findRoute } from './routes.ts';
import type { World } from './world.ts';

/** The browser calls from the shop's own origin. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'authorization, content-type, idempotency-key, stripe-version, stripe-account',
  'access-control-expose-headers': 'Request-Id, Stripe-Version, Idempotent-Replayed',
  'access-control-max-age': '300',
};

interface Exchange {
  world: World;
  response: ServerResponse;
  method: string;
  path: string;
  body: string;
  requestId: string;
  idempotencyKey: string | null;
  version: string;
}

interface Produced {
  answer: Answer;
  headers?: Record<string, string>;
}

const errorAnswer = (error: ApiError, requestId: string): Answer => ({
  status: error.status,
  body: JSON.stringify(
    { error: { ...error.body, request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}` } },
    null,
    2,
  ),
});

function reply(exchange: Exchange, answer: Answer, more: Record<string, string> = {}): void {
  const { idempotencyKey, requestId, response, version } = exchange;
  send(response, answer.status, answer.body, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, no-store',
    'request-id': requestId,
    'stripe-version': version,
    ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    ...CORS,
    ...more,
  });
}

/** Does the work and stores its answer for the idempotency key, both or neither. */
function work(exchange: Exchange, run: () => unknown): Answer {
  const { world, requestId, idempotencyKey, path, body } = exchange;
  const keep = (answer: Answer) => {
    if (idempotencyKey === null) return;
    remember(world, idempotencyKey, { path, fingerprint: fingerprintOf(body), requestId }, answer);
  };
  try {
    return world.store.transaction(() => {
      try {
        const answer = { status: 200, body: JSON.stringify(run(), null, 2) };
        keep(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError) || !error.keepsWork) throw error;
        const answer = errorAnswer(error, requestId);
        keep(answer);
        return answer;
      }
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const answer = errorAnswer(error, requestId);
    if (error.remembered) keep(answer);
    return answer;
  }
}

function faultError(fault: Fault): ApiError {
  return fault.status === 429 ? rateLimited() : serverError(fault.status);
}

/** Answers as the fault says. The caller sees this instead of the answer, if there was one. */
function answerFault(exchange: Exchange, fault: Fault): void {
  if (fault.kind === 'close') {
    exchange.response.socket?.destroy();
    return;
  }
  const answer = errorAnswer(faultError(fault), exchange.requestId);
  const retry = fault.status >= 500 ? { 'stripe-should-retry': String(fault.shouldRetry) } : {};
  reply(exchange, answer, retry);
}

/** Answers once, with the fault that is planned for this call, if there is one. */
async function answerOnce(exchange: Exchange, produce: () => Produced): Promise<void> {
  const { world, method, path, idempotencyKey } = exchange;
  const fault = world.faults.take(method, path);
  if (fault && fault.latencyMs > 0 && fault.when === 'before') await sleep(fault.latencyMs);
  if (fault && fault.kind !== 'latency' && fault.when === 'before') {
    if (fault.remembered && idempotencyKey !== null) {
      const request = { path, fingerprint: fingerprintOf(exchange.body), requestId: exchange.requestId };
      remember(world, idempotencyKey, request, errorAnswer(faultError(fault), exchange.requestId));
    }
    answerFault(exchange, fault);
    return;
  }
  const { answer, headers } = produce();
  if (fault && fault.latencyMs > 0 && fault.when === 'after') await sleep(fault.latencyMs);
  if (fault && fault.kind !== 'latency') answerFault(exchange, fault);
  else reply(exchange, answer, headers);
}

async function answerWithKey(exchange: Exchange, key: string, run: () => unknown): Promise<void> {
  const { world, path, body } = exchange;
  if (world.keysInFlight.has(key)) throw keyInUse(key);
  world.keysInFlight.add(key);
  try {
    await answerOnce(exchange, () => {
      const stored = findReplay(world, key, path, fingerprintOf(body));
      if (!stored) return { answer: work(exchange, run) };
      // Nothing was done now, and `original-request` names the call that did it.
      const headers = { 'idempotent-replayed': 'true', 'original-request': stored.requestId };
      return { answer: stored, headers };
    });
  } finally {
    world.keysInFlight.delete(key);
  }
}

/** Answers one call under `/v1/`. */
export async function handleApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  baseUrl: string,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', baseUrl);
  const body = method === 'POST' ? await readBody(request) : '';
  const key = request.headers['idempotency-key'];
  const version = request.headers['stripe-version'];
  const exchange: Exchange = {
    world,
    response,
    method,
    path: url.pathname,
    body,
    requestId: newId('req').slice(0, 18),
    idempotencyKey: typeof key === 'string' && method === 'POST' ? key : null,
    version: typeof version === 'string' ? version : API_VERSION,
  };
  if (method === 'OPTIONS') {
    send(response, 204, '', CORS);
    return;
  }
  try {
    const params = decodeForm(method === 'POST' ? body : url.search.slice(1));
    const caller = authenticate(world, request.headers.authorization, params);
    const handler = findRoute(method, exchange.path);
    if (!handler) throw unknownRoute(method, exchange.path);
    const cause = { requestId: exchange.requestId, idempotencyKey: exchange.idempotencyKey };
    const { expand: paths, ...plain } = params;
    const call: Call = { world, cause, caller, params: plain, path: exchange.path, baseUrl };
    const run = () => expand(world, paths === undefined ? {} : { expand: paths }, handler(call));
    if (exchange.idempotencyKey === null) await answerOnce(exchange, () => ({ answer: work(exchange, run) }));
    else await answerWithKey(exchange, exchange.idempotencyKey, run);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    reply(exchange, errorAnswer(error, exchange.requestId));
  }
}
