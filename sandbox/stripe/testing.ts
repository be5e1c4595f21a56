import { createServer } from 'node:http';
import Stripe from 'stripe';
import { readBody } from './http.ts';
import { type RunningStripe, type StripeOptions, startStripe } from './start.ts';

/** The real SDK, pointed at a stand-in. */
function sdkFor(running: RunningStripe): Stripe {
  return new Stripe(running.secretKey, {
    host: '127.0.0.1',
    port: running.port,
    protocol: 'http',
    maxNetworkRetries: 0,
  });
}

export interface Received {
  event: Stripe.Event;
  /** Whether the SDK accepted the signature. */
  verified: boolean;
}

/** A webhook endpoint that keeps what it got and answers with what the test says. */
export interface Endpoint {
  url: string;
  received: Received[];
  types(): string[];
  /** Status of each next answer; 200 when used up. */
  answers: number[];
  /** Waits until the condition holds, or fails after some seconds. */
  until(condition: (received: Received[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openEndpoint(secret: string): Promise<Endpoint> {
  const received: Received[] = [];
  const answers: number[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const header = String(request.headers['stripe-signature']);
      let verified = true;
      try {
        Stripe.webhooks.constructEvent(body, header, secret);
      } catch {
        verified = false;
      }
      received.push({ event: JSON.parse(body) as Stripe.Event, verified });
      response.writeHead(answers.shift() ?? 200).end();
      for (const check of waiting) check();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    received,
    types: () => received.map(({ event }) => event.type),
    answers,
    until: (condition) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!condition(received)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          const got = received.map(({ event }) => event.type).join(', ');
          reject(new Error(`The webhooks did not come. Got: ${got || 'none'}`));
        }, 5000);
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A stand-in with an SDK and an endpoint, and its control API. */
export interface Bench {
  running: RunningStripe;
  sdk: Stripe;
  endpoint: Endpoint;
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

export async function openBench(options: StripeOptions = {}): Promise<Bench> {
  const webhookSecret = options.webhookSecret ?? 'whsec_sandbox_test';
  const endpoint = await openEndpoint(webhookSecret);
  const running = await startStripe({ ...options, webhookSecret, webhookUrl: endpoint.url });
  return {
    running,
    sdk: sdkFor(running),
    endpoint,
    control: async (method, path, body) => {
      const response = await fetch(`${running.controlUrl}${path}`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
      return answer;
    },
    close: async () => {
      await running.close();
      await endpoint.close();
    },
  };
}

/** A paid intent: the start of most tests. */
export function pay(sdk: Stripe, amount: number, card = 'pm_card_visa'): Promise<Stripe.PaymentIntent> {
  return sdk.paymentIntents.create({
    amount,
    currency: 'eur',
    payment_method: card,
    allowed_payment_method_types: ['card'],
    confirm: true,
    return_url: 'https://foyer.example/return',
    expand: ['latest_charge'],
  });
}

/** What a promise was rejected with, for looking at the SDK's errors. */
export async function failureOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was expected to fail.');
}
