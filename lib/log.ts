import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type Logger } from 'pino';
import { withoutParams } from '#db/query-error.ts';
import { env } from './env.ts';
import { perProcess } from './per-process.ts';

type RequestContext = { requestId: string; address: string | null };

const context = () => perProcess('request-context', () => new AsyncLocalStorage<RequestContext>());

/**
 * Runs something as part of one request: every log line in it carries the id.
 *
 * @param address where the request came from, for the audit log; never written into a line
 */
export function withRequest<T>(requestId: string, run: () => T, address: string | null = null): T {
  return context().run({ requestId, address }, run);
}

/** The id of the request that is being answered, or null outside of one. */
export function requestId(): string | null {
  return context().getStore()?.requestId ?? null;
}

/** The client's address of the request that is being answered, or null where nobody knows it. */
export function requestAddress(): string | null {
  return context().getStore()?.address ?? null;
}

/** What of an error is worth a line. Nothing else is taken over: libraries hang whole requests on their errors. */
const KEPT = ['code', 'constraint', 'table', 'statusCode', 'requestId', 'digest'];

/** An error as it stands in the log: what it is called, what went wrong, where, and why, without values of a query. */
export function describeError(error: unknown, depth = 0): unknown {
  const bare = withoutParams(error);
  if (!(bare instanceof Error)) return bare;
  const kept = Object.entries(bare).filter(
    ([name, value]) => KEPT.includes(name) && ['string', 'number'].includes(typeof value),
  );
  return {
    type: bare.name,
    message: bare.message,
    ...Object.fromEntries(kept),
    stack: bare.stack,
    ...(bare.cause === undefined || depth === 3 ? {} : { cause: describeError(bare.cause, depth + 1) }),
  };
}

/** The log of this process: one JSON object a line on stdout, without names and addresses of people. */
export function log(): Logger {
  return perProcess('log', () =>
    pino({
      level: env().logLevel,
      base: { pid: process.pid },
      serializers: { err: (error: unknown) => describeError(error) },
      mixin: () => {
        const id = requestId();
        return id ? { requestId: id } : {};
      },
      redact: {
        paths: [
          'email',
          'name',
          'recipient',
          'buyer',
          'attendees',
          '*.email',
          '*.name',
          '*.recipient',
          '*.buyer',
        ],
        censor: '[redacted]',
      },
    }),
  );
}
