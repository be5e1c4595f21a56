import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { cancelEvent } from '#lib/catalog/cancel-event.ts';
import type { CreateEventInput } from '#lib/catalog/create-event.schema.ts';
import { type CreatedEvent, createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent, type House } from '#lib/catalog/testing.ts';
import { database, pool } from '#lib/database.ts';
import { receiveStripeEvent } from '#lib/payments/receive-stripe-event.ts';
import { useDatabase, useStandIns } from '../postgres/testing.ts';
import { type RunningStripe, startStripe } from '../stripe/start.ts';

export type TestApplication = {
  /** Steers the Stripe stand-in of this file; see sandbox/stripe/README.md. Only with `ownStripe`. */
  stripeControl: (path: string, body?: object, method?: 'GET' | 'POST' | 'DELETE') => Promise<unknown>;
  /** The environment the application runs in, for processes that a test starts. */
  environment: () => Record<string, string>;
  /** Runs SQL as the owner, past all rights of the application. */
  asOwner: <Row extends Record<string, unknown>>(statement: string, values?: unknown[]) => Promise<Row[]>;
  /** Sets how far the application's clock is ahead, and Stripe's with it where the file has one of its own. */
  setClock: (minutes: number) => Promise<void>;
  /** A published event of an organizer of its own. */
  eventOnSale: (changes?: Partial<CreateEventInput>) => Promise<EventOnSale>;
};

export type EventOnSale = CreatedEvent & { house: House; cancel: () => Promise<unknown> };

/**
 * Sets up the application in this test file: a database of its own, the stand-ins, and an environment that points at
 * them. Call it at the top of the file, before anything reads the environment.
 *
 * @param ownStripe start a Stripe stand-in for this file alone, whose webhooks come in at `receiveStripeEvent`; without
 *   it the file uses the one that all files share, which sends no webhooks here
 */
export function useApplication({ ownStripe = false } = {}): TestApplication {
  const addresses = useDatabase();
  let standIn: RunningStripe | undefined;
  let webhooks: Server | undefined;
  let environment: Record<string, string> = {};
  let owner: Client | undefined;

  beforeAll(async () => {
    const { stripe: shared, mail } = useStandIns();
    if (ownStripe) {
      webhooks = createServer(receiveWebhook).listen(0, '127.0.0.1');
      await once(webhooks, 'listening');
      standIn = await startStripe({ webhookUrl: originOf(webhooks) });
    }
    const stripe = standIn ?? shared;
    environment = {
      DATABASE_URL: addresses.appUrl,
      DATABASE_DIRECT_URL: addresses.directUrl,
      DATABASE_OWNER_URL: addresses.ownerUrl,
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      TICKET_SIGNING_KEYS: `t1:${randomBytes(32).toString('base64url')}`,
      PAYMENTS_MODE: 'sandbox',
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_BASE: stripe.url,
      RESEND_API_KEY: mail.apiKey,
      RESEND_BASE_URL: mail.url,
      MAIL_FROM: 'Foyer <tickets@foyer.example>',
      LOG_LEVEL: 'silent',
    };
    Object.assign(process.env, environment);
    owner = new Client({ connectionString: addresses.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await standIn?.close();
    webhooks?.close();
    await owner?.end();
    await pool().end();
  });

  const asOwner: TestApplication['asOwner'] = async <Row extends Record<string, unknown>>(
    statement: string,
    values?: unknown[],
  ) => {
    if (!owner) throw new Error('the application is set up while tests run, not before');
    const { rows } = await owner.query<Row>(statement, values);
    return rows;
  };
  const stripeControl: TestApplication['stripeControl'] = async (
    path,
    body,
    method = body ? 'POST' : 'GET',
  ) => {
    if (!standIn) throw new Error('this file shares its Stripe; ask for `ownStripe`');
    const response = await fetch(standIn.controlUrl + path, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    environment: () => environment,
    asOwner,
    stripeControl,
    setClock: async (minutes) => {
      if (standIn) await stripeControl('/clock', { offsetMs: minutes * 60_000 });
      await asOwner(
        `insert into sandbox_clock (id, "offset") values (true, make_interval(mins => $1))
         on conflict (id) do update set "offset" = excluded."offset"`,
        [minutes],
      );
    },
    eventOnSale: async (changes) => {
      const db = database();
      const house = await buildHouse(db);
      const event = await createEvent(db, house.owner, house.organizerId, exampleEvent(house, changes));
      await publishEvent(db, house.owner, house.organizerId, event.eventId);
      const cancel = () =>
        cancelEvent(db, house.owner, house.organizerId, event.eventId, { reason: 'The singer is ill.' });
      return { ...event, house, cancel };
    },
  };
}

const originOf = (server: Server) => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
};

/** What the route handler does, without Next. */
function receiveWebhook(request: IncomingMessage, response: ServerResponse): void {
  text(request)
    .then((body) => receiveStripeEvent(body, String(request.headers['stripe-signature'])))
    .then(
      (receipt) => response.writeHead(receipt === 'accepted' ? 200 : 400).end(),
      () => response.writeHead(500).end(),
    );
}

/** The counters of an event's pools, by name. */
export async function poolsOf(eventId: string): Promise<Record<string, { held: number; sold: number }>> {
  const { rows } = await database().execute<{ name: string; held: number; sold: number }>(sql`
    select name, held, sold from capacity_pools where event_id = ${eventId}`);
  return Object.fromEntries(rows.map(({ name, held, sold }) => [name, { held, sold }]));
}
