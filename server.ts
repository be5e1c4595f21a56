import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { application } from '#lib/api/application.ts';
import { completePage, isStandIn } from '#lib/api/complete-page.ts';
import { delayScripts, showsOnly } from '#lib/api/delay-scripts.ts';
import { knocks, queueAtEntrance } from '#lib/api/entrance-line.ts';
import { hideRewrites } from '#lib/api/hide-rewrites.ts';
import { keepForReturn } from '#lib/api/keep-for-return.ts';
import { maintenance } from '#lib/api/maintenance.ts';
import { packAnswers } from '#lib/api/pack-answers.ts';
import { isTwiceEscaped, whyNot } from '#lib/api/refuse-request.ts';
import { clientAddress } from '#lib/auth/client-address.ts';
import { plainPolicy } from '#lib/auth/content-security-policy.ts';
import { isForeign } from '#lib/auth/same-origin.ts';
import { securityHeaders } from '#lib/auth/security-headers.ts';
import { pool } from '#lib/database.ts';
import { EnvironmentError, env } from '#lib/env.ts';
import { log, withRequest } from '#lib/log.ts';

/**
 * How Foyer runs on a machine of its own: one Node process that answers health and metrics itself and hands the rest
 * to Next. `WEB_CONCURRENCY` starts several. `--dev` serves with hot reload.
 */

/** How long requests under way may take to finish after SIGTERM, in milliseconds. */
const STOP_WITHIN = 25_000;
const dev = process.argv.includes('--dev');

/** What the application answers itself. Everything else is Next's. */
const ours = new Set(['/api/health', '/api/metrics']);

async function serve(): Promise<void> {
  const { port, trustedProxies, appUrl, maintenance: closed } = env();
  const pages = closed ? closedHouse() : await openHouse(port, appUrl);
  const answerOurselves = getRequestListener(application.fetch);
  const pack = packAnswers();
  const headers = defaultHeaders(appUrl);
  const underWay = new Set<ServerResponse>();
  let stopping = false;

  // A client that offers another protocol gets its answer in this one; only the development server has a socket.
  const server = createServer({ shouldUpgradeCallback: () => dev }, (request, response) => {
    const started = performance.now();
    const { id, path, client } = prepareRequest(request, trustedProxies);
    response.setHeader('x-request-id', id);
    response.setHeaders(headers);
    // The development server shows its findings with scripts in every page.
    if (!dev) response.setHeader('content-security-policy', plainPolicy(path));
    underWay.add(response);
    response.on('close', () => underWay.delete(response));
    if (stopping) sayGoodbye(response);
    const answer = () => {
      response.on('finish', () => logRequest(request, response, path, started));
      const refusal = whyNot(request, path);
      if (refusal) {
        response
          .writeHead(refusal.status, { 'content-type': 'text/plain', ...refusal.headers })
          .end(refusal.words);
        return;
      }
      if (changesSomething(request) && isForeign({ get: (name) => oneOf(request.headers[name]) })) {
        response.writeHead(403, { 'content-type': 'text/plain' }).end('Sent from a page of another site.');
        return;
      }
      // It wraps what was wrapped before: pages are rewritten first and packed then.
      pack(request, response, () => undefined);
      if (!dev && !closed && showsOnly(path)) {
        delayScripts(response);
        keepForReturn(response);
      }
      if (!closed) completePage(request, response, `http://127.0.0.1:${port}`);
      hideRewrites(response);
      if (!closed && (isTwiceEscaped(path) || isStandIn(request, path))) {
        response.statusCode = 404;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end();
        return;
      }
      const answered = ours.has(path)
        ? answerOurselves(request, response)
        : knocks(request, path)
          ? queueAtEntrance(request, response, () => pages.answer(request, response))
          : pages.answer(request, response);
      Promise.resolve(answered).catch((error: unknown) => {
        log().error({ err: error, path }, 'a request could not be answered');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    };
    withRequest(id, answer, client);
  });
  // Longer than what load balancers keep an idle connection, so that they, not we, close it.
  server.keepAliveTimeout = 65_000;
  const { upgrade } = pages;
  if (upgrade) {
    server.on('upgrade', (request, socket, head) => {
      upgrade(request, socket, head).catch((error: unknown) => {
        log().warn({ err: error }, 'a connection could not be upgraded');
        socket.destroy();
      });
    });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  log().info({ port, url: appUrl, dev, closed }, 'web server listens');
  onStop(async () => {
    stopping = true;
    for (const response of underWay) sayGoodbye(response);
    await new Promise<void>((resolve) => {
      // A browser's connection that was busy falls idle with its answer, and would stay open for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), 200);
      server.close(() => {
        clearInterval(idle);
        resolve();
      });
      setTimeout(() => {
        server.closeAllConnections();
        resolve();
      }, STOP_WITHIN).unref();
    });
    await pages.close();
    await pool().end();
  });
}

/** Who answers what is not ours. */
type Pages = {
  answer: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** For the development server's socket. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  close: () => Promise<void>;
};

async function openHouse(port: number, appUrl: string): Promise<Pages> {
  const app = next({ dev, port, hostname: new URL(appUrl).hostname });
  await app.prepare();
  return {
    answer: app.getRequestHandler(),
    ...(dev && { upgrade: app.getUpgradeHandler() }),
    close: () => app.close(),
  };
}

/** While MAINTENANCE is set, without Next, so that the house can say it is closed while its build is replaced. */
function closedHouse(): Pages {
  return { answer: getRequestListener(maintenance.fetch), close: async () => undefined };
}

/** Gives the request its id, and believes forwarded headers only from our own proxies. */
function prepareRequest(
  request: IncomingMessage,
  trustedProxies: readonly string[],
): { id: string; path: string; client: string } {
  const { headers, socket } = request;
  const forwardedFor = headers['x-forwarded-for'];
  const client = clientAddress(
    socket.remoteAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedProxies,
  );
  const viaProxy = client !== clientAddress(socket.remoteAddress, undefined, trustedProxies);
  if (!viaProxy) {
    for (const name of [
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-port',
      'forwarded',
      'x-request-id',
    ]) {
      delete headers[name];
    }
  }
  headers['x-forwarded-for'] = client;
  const given = headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  headers['x-request-id'] = id;
  return { id, path: (request.url ?? '/').split('?', 1)[0] ?? '/', client };
}

/** What every answer says. A page says more, and says it instead: `proxy.ts`. */
function defaultHeaders(appUrl: string): Map<string, string> {
  return new Map(Object.entries(securityHeaders({ https: appUrl.startsWith('https:'), camera: false })));
}

/** Tells the client to open no second request on this connection, so that stopping need not wait for it. */
function sayGoodbye(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

const changesSomething = ({ method }: IncomingMessage) => !['GET', 'HEAD', 'OPTIONS'].includes(method ?? '');

const oneOf = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(',') : (header ?? null);

function logRequest(request: IncomingMessage, response: ServerResponse, path: string, started: number): void {
  if (path.startsWith('/_next/')) return;
  const ms = Math.round(performance.now() - started);
  // While the house is closed, that every page says so is no error.
  const level = response.statusCode >= 500 && !env().maintenance ? 'error' : 'info';
  // The path without its query, which may hold keys and search words.
  log()[level]({ method: request.method, path, status: response.statusCode, ms }, 'request');
}

function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log().info({ signal }, 'web server is stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log().error({ err: error }, 'web server did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}

/** The first process of several: starts the others, and one anew when one dies. */
function lead(processes: number): void {
  let stopping = false;
  for (let index = 0; index < processes; index += 1) cluster.fork();
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
      return;
    }
    log().error({ pid: worker.process.pid, code, signal }, 'a web process ended; starting another');
    // A process that cannot start would otherwise be started again without end, at once.
    setTimeout(() => {
      if (!stopping) cluster.fork();
    }, 1_000);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping = true;
      const workers = Object.values(cluster.workers ?? {});
      // Not the worker's own `kill`, which first waits until its connections have ended.
      for (const worker of workers) worker?.process.kill('SIGTERM');
      if (workers.length === 0) process.exit(0);
    });
  }
}

try {
  const { webConcurrency } = env();
  if (webConcurrency > 1 && !dev && cluster.isPrimary) lead(webConcurrency);
  else await serve();
} catch (error) {
  // The sentence says what to change; a stack trace would hide it.
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exit(1);
}
