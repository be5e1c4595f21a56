import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type Logger } from 'pino';
import { env } from './env.ts';
import { perProcess } from './per-process.ts';

type RequestContext = { requestId: string };

const context = () => perProcess('request-context', () => new AsyncLocalStorage<RequestContext>());

/** Runs something as part of one request: every log line in it carries the id. */
export function withRequest<T>(requestId: string, run: () => T): T {
  return context().run({ requestId }, run);
}

/** The id of the request that is being answered, or null outside of one. */
export function requestId(): string | null {
  return context().getStore()?.requestId ?? null;
}

/** The log of this process: one JSON object a line on stdout, without names and addresses of people. */
export function log(): Logger {
  return perProcess('log', () =>
    pino({
      level: env().logLevel,
      base: { pid: process.pid },
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
