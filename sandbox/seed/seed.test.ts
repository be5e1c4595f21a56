import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '#db/invariants.ts';
import { pool } from '#lib/database.ts';
import { useDatabase } from '../postgres/testing.ts';
import { startStripeStandIn } from '../process/stand-ins.ts';
import { organizers } from './people.ts';
import { prepareTarget, SeedRefused } from './prepare-target.ts';
import { type SeedOptions, seedSmall } from './seed.ts';

type Row = Record<string, unknown>;

const addresses = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'foyer-seed-'));
let stripe: Awaited<ReturnType<typeof startStripeStandIn>>;
let owner: Client;
let options: SeedOptions;

const ask = async (statement: string): Promise<Row[]> => (await owner.query<Row>(statement)).rows;

beforeAll(async () => {
  // A stand-in of its own: the shared one must not have its clock moved under other tests.
  stripe = await startStripeStandIn({ folder });
  const { url, controlUrl, secretKey, publishableKey, webhookSecret } = stripe.access;
  const environment = {
    DATABASE_URL: addresses.appUrl,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: 'x'.repeat(32),
    TICKET_SIGNING_KEYS: `k1:${'A'.repeat(43)}`,
    PAYMENTS_MODE: 'sandbox',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: url,
    RESEND_API_KEY: 're_sandbox_x',
    RESEND_BASE_URL: 'http://127.0.0.1:9',
    MAIL_FROM: 'Foyer <tickets@foyer.example>',
    LOG_LEVEL: 'error',
  };
  // Read once per process, so set for the whole file and not per test.
  Object.assign(process.env, environment);
  options = {
    ownerUrl: addresses.ownerUrl,
    controls: { SANDBOX_STRIPE_CONTROL_URL: controlUrl },
    paymentsMode: 'sandbox',
  };
  owner = new Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await pool().end();
  await stripe.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the seed', () => {
  it('fills an empty database through the verbs and leaves the clock where it was', async () => {
    const lines: string[] = [];
    const result = await seedSmall({ ...options, onProgress: (line) => lines.push(line) });
    expect(result).toMatchObject({ kind: 'seeded', events: 6 });
    expect(lines.length).toBeGreaterThan(1);
    expect(await ask(`SELECT extract(epoch FROM "offset")::int AS seconds FROM sandbox_clock`)).toEqual([
      { seconds: 0 },
    ]);
    expect(await ask('SELECT status::text, count(*)::int FROM bookings GROUP BY status')).toEqual([
      { status: 'confirmed', count: 'bookings' in result ? result.bookings : 0 },
    ]);
    expect(
      await ask(`SELECT e.slug, sum(p.sold)::int AS sold, sum(p.held)::int AS held FROM events e
        JOIN capacity_pools p ON p.event_id = e.id GROUP BY e.slug ORDER BY e.slug`),
    ).toEqual([
      { slug: 'fifty-places', sold: 0, held: 0 },
      { slug: 'free-exhibition', sold: 3, held: 0 },
      { slug: 'not-yet-on-sale', sold: 0, held: 0 },
      { slug: 'online-talk', sold: 2, held: 0 },
      // Six in the room; the two on the balcony count in its own pool as well.
      { slug: 'paid-concert', sold: 8, held: 0 },
      { slug: 'sold-out-play', sold: 12, held: 0 },
    ]);
    // Everything was bought in the past, and paid at the stand-in where there was something to pay.
    expect(await ask('SELECT count(*)::int AS late FROM bookings WHERE confirmed_at >= app_now()')).toEqual([
      { late: 0 },
    ]);
    expect(
      await ask(`SELECT count(*)::int AS wrong FROM bookings b LEFT JOIN payments p
        ON p.booking_id = b.id AND p.status = 'succeeded' AND p.captured = b.total
        WHERE (b.total > 0) <> (p.id IS NOT NULL)`),
    ).toEqual([{ wrong: 0 }]);
    expect(
      await ask(`SELECT count(*)::int AS own FROM bookings b JOIN users u ON u.id = b.user_id
      WHERE u.email = 'noor@foyer.example'`),
    ).toEqual([{ own: 1 }]);
  });

  it('breaks none of the rules', async () => {
    expect(await findViolations(owner)).toEqual([]);
  });

  it('does nothing the second time, also when two come at once', async () => {
    const before = await ask('SELECT count(*)::int FROM bookings');
    const results = await Promise.all([seedSmall(options), seedSmall(options)]);
    expect(results).toEqual([{ kind: 'already_seeded' }, { kind: 'already_seeded' }]);
    expect(await ask('SELECT count(*)::int FROM bookings')).toEqual(before);
  });

  it('begins anew where an earlier one died half way, and says the same again', async () => {
    const content = `SELECT e.slug, b.buyer_email, b.total::int, b.locale FROM bookings b JOIN events e ON e.id = b.event_id
      ORDER BY 1, 2, 3`;
    const before = await ask(content);
    await owner.query('UPDATE sandbox_clock SET seeded_at = NULL');
    await owner.query(`DELETE FROM deliveries`);
    expect(await seedSmall(options)).toMatchObject({ kind: 'seeded' });
    expect(await ask(content)).toEqual(before);
  });
});

describe('what the seed may fill', () => {
  beforeEach(() => owner.query('BEGIN'));
  afterEach(() => owner.query('ROLLBACK'));

  const target = () => prepareTarget(owner, 'sandbox');

  it.each(['live', 'test', ''])('nothing when PAYMENTS_MODE is "%s"', async (mode) => {
    await expect(prepareTarget(owner, mode)).rejects.toThrow(SeedRefused);
  });

  it('no database with data and without the mark', async () => {
    await owner.query('DELETE FROM sandbox_clock');
    await expect(target()).rejects.toThrow(/no mark of a sandbox/);
    expect(await ask('SELECT count(*)::int FROM organizers')).toEqual([
      { count: Object.keys(organizers).length },
    ]);
  });

  it.each([
    ['person', `INSERT INTO users (email, name) VALUES ('someone@else.example', 'Someone')`],
    [
      'organizer',
      `INSERT INTO organizers (slug, name, email, country) VALUES ('else', 'Else', 'a@b.example', 'DE')`,
    ],
  ])('no half-filled database with another %s in it', async (_what, statement) => {
    await owner.query('UPDATE sandbox_clock SET seeded_at = NULL');
    await owner.query(statement);
    await expect(target()).rejects.toThrow(/not the seed’s/);
    expect(await ask('SELECT count(*) > 0 AS kept FROM bookings')).toEqual([{ kept: true }]);
  });
});
