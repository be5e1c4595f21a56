import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClock } from './clock.ts';
import { createControlApi } from './control-api.ts';
import { createFaults } from './faults.ts';
import { createInbox } from './inbox.ts';
import { createRateLimit } from './rate-limit.ts';
import { createResendApi } from './resend-api.ts';
import { sendJson } from './respond.ts';
import { openStore } from './store.ts';

export type MailOptions = {
  /** SQLite file that keeps everything; `:memory:` for a test that needs no restart. */
  data: string;
  apiKey: string;
  /** Requests a second before 429; Resend's default is 2, 0 switches the limit off. */
  rate?: number;
  /** 0 picks a free port. */
  port?: number;
  controlPort?: number;
  /** Where API and inbox listen. The control API never leaves 127.0.0.1. */
  host?: string;
};

export type RunningMail = {
  /** Origin of the API (`RESEND_BASE_URL`) and of the inbox page. */
  url: string;
  port: number;
  controlUrl: string;
  controlPort: number;
  /** Harmless when it is closed already. */
  close: () => Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function listen(handler: Handler, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      sendJson(response, 500, { statusCode: 500, name: 'internal_server_error', message });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts the stand-in for Resend: API and inbox on one port, control on another. */
export async function startMail(options: MailOptions): Promise<RunningMail> {
  const store = openStore(options.data);
  const clock = createClock(store);
  const faults = createFaults();
  const rateLimit = createRateLimit(options.rate ?? 2);
  const api = createResendApi({ store, faults, rateLimit, apiKey: options.apiKey, now: clock.now });
  const inbox = createInbox(store);
  const host = options.host ?? '127.0.0.1';

  const main = await listen(
    async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://mail.invalid');
      if (url.pathname === '/emails' || url.pathname.startsWith('/emails/'))
        return api(request, response, url.pathname);
      return inbox(request, response, url);
    },
    options.port ?? 0,
    host,
  );
  const control = await listen(
    createControlApi({ store, faults, clock }),
    options.controlPort ?? 0,
    '127.0.0.1',
  ).catch(async (error: unknown) => {
    await closeServer(main);
    store.close();
    throw error;
  });
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    url: `http://${shown}:${portOf(main)}`,
    port: portOf(main),
    controlUrl: `http://127.0.0.1:${portOf(control)}`,
    controlPort: portOf(control),
    close: async () => {
      if (!main.listening) return;
      await Promise.all([closeServer(main), closeServer(control)]);
      store.close();
    },
  };
}
