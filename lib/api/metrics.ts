import { sql } from 'drizzle-orm';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { holdQueueLength, holdQueueStats } from '../booking/hold-queue.ts';
import { database, pool } from '../database.ts';
import { perProcess } from '../per-process.ts';

function buildRegistry(): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'foyer_' });
  new Gauge({
    name: 'foyer_hold_queue_length',
    help: 'Orders that wait for places in this process',
    registers,
    collect() {
      this.set(holdQueueLength());
    },
  });
  new Gauge({
    name: 'foyer_hold_largest_batch',
    help: 'Orders in the largest batch this process has served in one transaction',
    registers,
    collect() {
      this.set(holdQueueStats().largestBatch);
    },
  });
  const counters = [
    ['batches', 'foyer_hold_batches_total', 'Transactions that served holds'],
    ['orders', 'foyer_hold_orders_total', 'Orders served, accepted or not'],
    ['refused', 'foyer_hold_refused_total', 'Orders refused because too many were waiting'],
  ] as const;
  for (const [key, name, help] of counters) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(holdQueueStats()[key]);
      },
    });
  }
  new Gauge({
    name: 'foyer_database_connections',
    help: 'Connections of this process by state',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = pool();
      this.set({ state: 'open' }, totalCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waited_for' }, waitingCount);
    },
  });
  new Gauge({
    name: 'foyer_backlog',
    help: 'What waits in the database: bookings that hold places, Stripe events, mails, jobs',
    labelNames: ['kind'],
    registers,
    async collect() {
      for (const [kind, count] of Object.entries(await backlog())) this.set({ kind }, count);
    },
  });
  new Gauge({
    name: 'foyer_webhook_lag_seconds',
    help: 'Age of the oldest Stripe event that has not been processed',
    registers,
    async collect() {
      const { rows } = await database().execute<{ lag: number }>(sql`
        select coalesce(extract(epoch from app_now() - min(received_at)), 0)::float8 as lag
        from stripe_events where processed_at is null`);
      this.set(rows[0]?.lag ?? 0);
    },
  });
  return registry;
}

async function backlog(): Promise<Record<string, number>> {
  const { rows } = await database().execute<Record<string, number>>(sql`
    select
      (select count(*) from bookings where status in ('held', 'paying', 'awaiting_payment'))::int as holds,
      (select count(*) from stripe_events where processed_at is null)::int as stripe_events,
      (select count(*) from deliveries where status = 'pending')::int as mails,
      (select count(*) from deliveries where status = 'failed')::int as failed_mails,
      (select count(*) from payments where outcome = 'quarantined')::int as quarantined_payments,
      (select count(*) from graphile_worker.jobs)::int as jobs`);
  return rows[0] ?? {};
}

/** The metrics of this process and of the database it uses, in Prometheus' text format. */
export async function metricsText(): Promise<{ contentType: string; body: string }> {
  const registry = perProcess('metrics', buildRegistry);
  return { contentType: registry.contentType, body: await registry.metrics() };
}
