import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { handleApi } from './api.ts';
import { isBrowserFile, sendBrowserFile } from './browser-files.ts';
import { handleChallenge } from './challenge-page.ts';
import { Clock } from './clock.ts';
import { handleControl } from './control.ts';
import { Faults } from './faults.ts';
import { sendJson } from './http.ts';
import { randomText } from './ids.ts';
import { Store } from './store.ts';
import { nextTask, runTasks } from './tasks.ts';
import { WebhookModes } from './webhook-modes.ts';
import { Dispatcher } from './webhooks.ts';
import type { World } from './world.ts';

export interface StripeOptions {
  /** Port of the API, the browser script and the challenge page; 0 takes a free one. */
  port?: number;
  /** Port of the control API; 0 takes a free one. Never tell it to the application. */
  controlPort?: number;
  /** Address the API listens on. The control API is always on loopback. */
  host?: string;
  /** SQLite file; in memory when absent. */
  data?: string;
  /** Keeps the address of an earlier run when absent. */
  webhookUrl?: string | undefined;
  /** These three are made up once and kept with the data when absent. */
  webhookSecret?: string | undefined;
  secretKey?: string | undefined;
  publishableKey?: string | undefined;
  /** Moves the clock; the offset of an earlier run when absent. */
  clockOffsetMs?: number | undefined;
}

export interface RunningStripe {
  /** Origin of the API: STRIPE_API_BASE. */
  url: string;
  controlUrl: string;
  port: number;
  controlPort: number;
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
  close(): Promise<void>;
}

function keep(store: Store, name: string, given: string | undefined, prefix: string): string {
  const value = given ?? store.setting(name) ?? `${prefix}${randomText(32)}`;
  store.saveSetting(name, value);
  return value;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('The server has no port.'));
    });
  });
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function serve(answer: Answer): Server {
  // Longer than any client keeps an idle connection, so that none sends its call into a closing one.
  return createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: { type: 'api_error', message: 'The sandbox itself failed.' } });
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Scripts and frames fail only where a fault names their path: one that means API calls is not used up here. */
async function answerFile(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const fault = world.faults.takeNamed(request.method ?? 'GET', path);
  if (fault && fault.latencyMs > 0) await sleep(fault.latencyMs);
  if (fault?.kind === 'close') response.socket?.destroy();
  else if (fault?.kind === 'status') sendJson(response, fault.status, {});
  else sendBrowserFile(response, path);
}

async function answerPublic(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const baseUrl = `http://${request.headers.host ?? 'localhost'}`;
  const path = new URL(request.url ?? '/', baseUrl).pathname;
  if (path.startsWith('/3d-secure/')) await handleChallenge(world, request, response, path);
  else if (path === '/healthz') sendJson(response, 200, { ok: true });
  else if (isBrowserFile(path)) await answerFile(world, request, response, path);
  else await handleApi(world, request, response, baseUrl);
}

/** Runs what was planned for later, when its time has come. */
function runPlanned(world: World, dispatcher: Dispatcher): { kick(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  // Far away is looked at again each minute, so that no timer is longer than Node allows.
  const kick = () => {
    clearTimeout(timer);
    const next = closed ? undefined : nextTask(world);
    if (next === undefined) return;
    timer = setTimeout(
      () => {
        if (runTasks(world) > 0) dispatcher.kick();
        kick();
      },
      Math.min(next, 60_000),
    );
  };
  const close = () => {
    closed = true;
    clearTimeout(timer);
  };
  return { kick, close };
}

/** Starts the stand-in in this process. Two of them need two data files. */
export async function startStripe(options: StripeOptions = {}): Promise<RunningStripe> {
  const store = new Store(options.data ?? ':memory:');
  const world: World = {
    store,
    clock: new Clock(store, options.clockOffsetMs),
    modes: new WebhookModes(store),
    faults: new Faults(store),
    secretKey: keep(store, 'secret_key', options.secretKey, 'sk_sandbox_'),
    publishableKey: keep(store, 'publishable_key', options.publishableKey, 'pk_sandbox_'),
    webhookSecret: keep(store, 'webhook_secret', options.webhookSecret, 'whsec_sandbox_'),
    keysInFlight: new Set(),
  };
  if (options.webhookUrl !== undefined) world.modes.change({ url: options.webhookUrl });

  const dispatcher = new Dispatcher(world);
  const planned = runPlanned(world, dispatcher);
  const after = () => {
    dispatcher.kick(2);
    planned.kick();
  };
  const api = serve(async (request, response) => {
    await answerPublic(world, request, response);
    if (request.method === 'POST') after();
  });
  const control = serve(async (request, response) => {
    await handleControl(world, request, response);
    after();
  });
  const host = options.host ?? '127.0.0.1';
  const port = await listen(api, options.port ?? 0, host);
  const controlPort = await listen(control, options.controlPort ?? 0, '127.0.0.1');
  after();

  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    port,
    controlPort,
    secretKey: world.secretKey,
    publishableKey: world.publishableKey,
    webhookSecret: world.webhookSecret,
    close: async () => {
      dispatcher.close();
      planned.close();
      await Promise.all([closeServer(api), closeServer(control)]);
      store.close();
    },
  };
}
