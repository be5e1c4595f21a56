import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import { parseEmail, type ResendError, resendError } from './parse-email.ts';
import type { RateLimit } from './rate-limit.ts';
import { readBody, sendJson } from './respond.ts';
import type { Message, NewMessage, Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_BATCH = 100;

export type ResendApi = {
  store: Store;
  faults: Faults;
  rateLimit: RateLimit;
  apiKey: string;
  /** The stand-in's clock, milliseconds since 1970. */
  now: () => number;
};

type Answer = { status: number; body: string };

function errorAnswer(error: ResendError): Answer {
  return { status: error.statusCode, body: JSON.stringify(error) };
}

function sameKey(given: string, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function authorize(request: IncomingMessage, apiKey: string): ResendError | null {
  const header = request.headers.authorization ?? '';
  const given = header.startsWith('Bearer ') ? header.slice('Bearer '.length).trim() : '';
  if (given === '')
    return resendError(401, 'missing_api_key', 'Missing API key in the authorization header.');
  // Resend documents `invalid_api_key` and 403, but answers this.
  if (!sameKey(given, apiKey)) return resendError(401, 'validation_error', 'API key is invalid');
  return null;
}

type ParsedRequest =
  | { ok: true; messages: NewMessage[]; respond: (ids: string[]) => unknown }
  | { ok: false; error: ResendError };

function parseSingle(body: unknown): ParsedRequest {
  const parsed = parseEmail(body, { batch: false });
  if (!parsed.ok) return parsed;
  return { ok: true, messages: [parsed.message], respond: ([id]) => ({ id }) };
}

function parseBatch(body: unknown, permissive: boolean): ParsedRequest {
  if (!Array.isArray(body) || body.length === 0) {
    return {
      ok: false,
      error: resendError(422, 'validation_error', 'The request body must be a non-empty array.'),
    };
  }
  if (body.length > MAX_BATCH) {
    const message = `A batch takes at most ${MAX_BATCH} emails, got ${body.length}.`;
    return { ok: false, error: resendError(422, 'validation_error', message) };
  }
  const messages: NewMessage[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, entry] of body.entries()) {
    const parsed = parseEmail(entry, { batch: true });
    if (parsed.ok) messages.push(parsed.message);
    else if (!permissive) return parsed;
    else errors.push({ index, message: parsed.error.message });
  }
  return {
    ok: true,
    messages,
    respond: (ids) => {
      const data = ids.map((id) => ({ id }));
      return permissive ? { data, errors } : { data };
    },
  };
}

/** Answers the part of Resend's API that Foyer uses, to whoever holds the key. */
export function createResendApi(api: ResendApi) {
  const inFlight = new Set<string>();

  async function send(
    request: IncomingMessage,
    batch: boolean,
    beforeAccept: () => Promise<void>,
  ): Promise<Answer> {
    const raw = await readBody(request);
    const key = request.headers['idempotency-key'];
    if (typeof key === 'string' && (key.length < 1 || key.length > 256)) {
      return errorAnswer(resendError(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.'));
    }
    let body: unknown;
    try {
      body = JSON.parse(raw);
    } catch {
      return errorAnswer(resendError(422, 'validation_error', 'The request body is not valid JSON.'));
    }
    const requestHash = createHash('sha256')
      .update(batch ? 'batch\n' : 'single\n')
      .update(raw)
      .digest('hex');

    if (typeof key === 'string') {
      if (inFlight.has(key)) {
        const message = 'Another request with the same idempotency key is currently in progress.';
        return errorAnswer(resendError(409, 'concurrent_idempotent_requests', message));
      }
      api.store.forgetAnswersBefore(api.now() - DAY_MS);
      const known = api.store.answerFor(key);
      if (known && known.requestHash !== requestHash) {
        const message = 'This idempotency key has been used on a different request payload.';
        return errorAnswer(resendError(409, 'invalid_idempotent_request', message));
      }
      if (known) return { status: known.status, body: known.body };
      inFlight.add(key);
    }
    try {
      await beforeAccept();
      const parsed = batch
        ? parseBatch(body, request.headers['x-batch-validation'] === 'permissive')
        : parseSingle(body);
      if (!parsed.ok) return errorAnswer(parsed.error);
      const receivedAt = api.now();
      const idempotencyKey = typeof key === 'string' ? key : null;
      const messages: Message[] = parsed.messages.map((message) => ({
        ...message,
        id: randomUUID(),
        receivedAt,
        idempotencyKey,
        batch,
      }));
      const answer = {
        status: 200,
        body: JSON.stringify(parsed.respond(messages.map((message) => message.id))),
      };
      api.store.accept(
        messages,
        idempotencyKey
          ? { key: idempotencyKey, value: { ...answer, requestHash, storedAt: receivedAt } }
          : null,
      );
      return answer;
    } finally {
      if (typeof key === 'string') inFlight.delete(key);
    }
  }

  function retrieve(id: string): Answer {
    const message = api.store.message(id);
    if (!message) return errorAnswer(resendError(404, 'not_found', 'Email not found'));
    const body = {
      object: 'email',
      id: message.id,
      message_id: `<${message.id}@mail.invalid>`,
      to: message.to,
      from: message.from,
      created_at: new Date(message.receivedAt).toISOString(),
      subject: message.subject,
      html: message.html,
      text: message.text,
      bcc: message.bcc,
      cc: message.cc,
      reply_to: message.replyTo,
      tags: message.tags,
      last_event: 'delivered',
      scheduled_at: null,
    };
    return { status: 200, body: JSON.stringify(body) };
  }

  return async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const refused = authorize(request, api.apiKey);
    if (refused) return sendJson(response, refused.statusCode, refused);

    const rate = api.rateLimit.take();
    for (const [name, value] of Object.entries(rate.headers)) response.setHeader(name, value);
    if (!rate.allowed) {
      const message = `Too many requests. You can only make ${rate.headers['ratelimit-limit']} requests per second. See rate limit response headers for more information.`;
      return sendJson(response, 429, resendError(429, 'rate_limit_exceeded', message));
    }

    const method = request.method ?? 'GET';
    const isSend = path === '/emails' || path === '/emails/batch';
    if (isSend && method === 'POST') {
      const fault = api.faults.take();
      if (fault && fault.kind !== 'delay' && fault.when === 'before') {
        await readBody(request);
        return meet(fault.kind, response);
      }
      const answer = await send(request, path === '/emails/batch', async () => {
        if (fault?.kind === 'delay') await sleep(fault.ms);
      });
      if (fault && fault.kind !== 'delay') return meet(fault.kind, response);
      response
        .writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
        .end(answer.body);
      return;
    }
    const id = /^\/emails\/([^/]+)$/.exec(path)?.[1];
    if (id && method === 'GET') {
      const answer = retrieve(id);
      response
        .writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
        .end(answer.body);
      return;
    }
    const error = isSend
      ? resendError(405, 'method_not_allowed', 'Method is not allowed for the requested path.')
      : resendError(404, 'not_found', 'The requested endpoint does not exist.');
    sendJson(response, error.statusCode, error);
  };
}

function meet(kind: 429 | 500 | 'close', response: ServerResponse): void {
  if (kind === 'close') {
    response.socket?.destroy();
  } else if (kind === 429) {
    response.setHeader('retry-after', '1');
    sendJson(response, 429, resendError(429, 'rate_limit_exceeded', 'Too many requests.'));
  } else {
    const message =
      'Internal server error. We are unable to process your request right now, please try again later.';
    sendJson(response, 500, resendError(500, 'application_error', message));
  }
}
