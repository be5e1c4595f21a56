import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Stripe from 'stripe';
import { afterAll, expect, test } from 'vitest';
import { startStripe } from './start.ts';
import { openEndpoint } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-stripe-'));
const started = new Set<ChildProcess>();
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The program as the demo runs it. */
async function run(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts');
  const flags = ['--data', join(folder, 'stripe.sqlite'), '--secret-key', 'sk_sandbox_restart', ...args];
  const child = spawn(process.execPath, [main, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.add(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const ready = JSON.parse(line) as { ready: boolean; port: number; controlPort: number };
  expect(ready.ready).toBe(true);
  const sdk = new Stripe('sk_sandbox_restart', { host: '127.0.0.1', port: ready.port, protocol: 'http' });
  return { child, sdk, ...ready };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, 'exit');
  started.delete(child);
}

test('kill -9 forgets nothing: objects, keys, clock and the webhooks still to send', async () => {
  const first = await run(
    '--webhook-secret',
    'whsec_sandbox_restart',
    '--webhook-url',
    'http://127.0.0.1:9/webhooks',
  );
  await fetch(`http://127.0.0.1:${first.controlPort}/clock`, {
    method: 'POST',
    body: '{"offsetMs":86400000}',
  });
  const params = { amount: 1234, currency: 'eur', payment_method: 'pm_card_visa', confirm: true } as const;
  const pay = (sdk: Stripe) =>
    sdk.paymentIntents.create({ ...params, return_url: 'https://foyer.example' }, { idempotencyKey: 'one' });
  const paid = await pay(first.sdk);
  expect(paid.created).toBeGreaterThan(Date.now() / 1000 + 86_000);
  await end(first.child, 'SIGKILL');

  const endpoint = await openEndpoint('whsec_sandbox_restart');
  const second = await run('--webhook-url', endpoint.url);
  expect((await second.sdk.paymentIntents.retrieve(paid.id)).status).toBe('succeeded');
  const replayed = await pay(second.sdk);
  expect(replayed.id).toBe(paid.id);
  expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
  await endpoint.until((received) => received.length === 3);
  expect(endpoint.types()).toContain('payment_intent.succeeded');
  expect(endpoint.received.every(({ verified }) => verified)).toBe(true);
  await end(second.child, 'SIGTERM');
  expect(second.child.exitCode).toBe(0);
  await endpoint.close();
});

test('a second one on the same data is refused', async () => {
  const data = join(folder, 'taken.sqlite');
  const running = await startStripe({ data });
  await expect(startStripe({ data })).rejects.toThrow('another Stripe stand-in');
  await running.close();
  const next = await startStripe({ data });
  expect(next.secretKey).toBe(running.secretKey);
  await next.close();
});

test('it leaves when its parent is gone, if so asked', async () => {
  const { child } = await run('--exit-with-parent');
  child.stdin?.end();
  await once(child, 'exit');
  started.delete(child);
  expect(child.exitCode).toBe(0);
});
