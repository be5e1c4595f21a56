import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import { readBody, sendJson } from './respond.ts';
import type { Store } from './store.ts';

type ControlParts = { store: Store; faults: Faults; clock: Clock };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseFault(body: unknown): Fault | null {
  if (!isRecord(body)) return null;
  const { kind, when = 'before', times = 1, ms = 0 } = body;
  if (kind !== 429 && kind !== 500 && kind !== 'close' && kind !== 'delay') return null;
  if (when !== 'before' && when !== 'after') return null;
  if (typeof times !== 'number' || typeof ms !== 'number') return null;
  return { kind, when, times, ms };
}

/** Loopback names only, and never a browser page: another site's script must not steer the stand-in. */
function isLocalCaller(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host) && request.headers.origin === undefined;
}

/**
 * What tests and the seed use. It listens on a port of its own that the application is never told:
 * `GET /messages`, `GET /messages/:id`, `DELETE /messages`, `GET|POST|DELETE /faults`, `GET|POST /clock`.
 */
export function createControlApi({ store, faults, clock }: ControlParts) {
  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalCaller(request)) return sendJson(response, 403, { error: 'Only from this machine.' });
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = `${request.method} ${url.pathname}`;
    const id = /^\/messages\/([^/]+)$/.exec(url.pathname)?.[1];

    if (route === 'GET /messages') {
      const summaries = store.list({
        to: url.searchParams.get('to') ?? '',
        subject: url.searchParams.get('subject') ?? '',
        limit: Number(url.searchParams.get('limit') ?? 1000),
      });
      const messages = summaries.flatMap((summary) => describe(store, summary.id) ?? []);
      return sendJson(response, 200, { count: store.count(), messages });
    }
    if (id && request.method === 'GET') {
      const message = describe(store, id);
      return message
        ? sendJson(response, 200, message)
        : sendJson(response, 404, { error: 'No such message.' });
    }
    if (route === 'DELETE /messages') {
      store.clear();
      return sendJson(response, 200, { ok: true });
    }
    if (route === 'GET /faults') return sendJson(response, 200, { faults: faults.list() });
    if (route === 'DELETE /faults') {
      faults.clear();
      return sendJson(response, 200, { ok: true });
    }
    if (route === 'POST /faults') {
      const fault = parseFault(await readJson(request));
      if (!fault) {
        const error =
          'Expected {"kind": 429|500|"close"|"delay", "when": "before"|"after", "times": n, "ms": n}.';
        return sendJson(response, 400, { error });
      }
      faults.add(fault);
      return sendJson(response, 200, { ok: true });
    }
    if (route === 'GET /clock')
      return sendJson(response, 200, { offsetMs: clock.offset(), now: clock.now() });
    if (route === 'POST /clock') {
      const body = await readJson(request);
      if (!isRecord(body) || typeof body.offsetMs !== 'number') {
        return sendJson(response, 400, { error: 'Expected {"offsetMs": n}.' });
      }
      clock.setOffset(body.offsetMs);
      return sendJson(response, 200, { offsetMs: clock.offset(), now: clock.now() });
    }
    sendJson(response, 404, { error: 'No such control.' });
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readBody(request));
  } catch {
    return null;
  }
}

function describe(store: Store, id: string) {
  const message = store.message(id);
  if (!message) return null;
  const attachments = message.attachments.map(({ content, ...rest }) => ({
    ...rest,
    content: content?.toString('base64') ?? null,
  }));
  return { ...message, attachments };
}
