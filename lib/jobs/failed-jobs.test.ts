import { sql } from 'drizzle-orm';
import { Logger, runOnce } from 'graphile-worker';
import { beforeEach, describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, pay, stateOf } from '#sandbox/testing/buyer.ts';
import { readAudit } from '../audit/read-audit.ts';
import { anAdmin, codeOf, outsiders } from '../auth/testing.ts';
import { buildHouse } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { enqueueJob, type Jobs } from '../job-queue.ts';
import { needsAttention } from '../organizers/needs-attention.ts';
import { reconcilePayment } from '../payments/reconcile-payment.ts';
import { refundInFull } from '../payments/refund-in-full.ts';
import { listFailedJobs } from './list-failed-jobs.ts';
import { retryJobs } from './retry-jobs.ts';
import { tasks } from './tasks.ts';

const app = useApplication();
const NOBODY = '01890000-0000-7000-8000-00000000dead';

beforeEach(async () => {
  await app.asOwner('delete from graphile_worker._private_jobs');
});

/** A job of which so many tries have failed. */
async function failed<Name extends keyof Jobs>(
  name: Name,
  payload: Jobs[Name],
  { tries = 3, error = 'stripe_unavailable' } = {},
): Promise<string> {
  await enqueueJob(database(), name, payload);
  const [row] = await app.asOwner<{ id: string }>(
    `update graphile_worker._private_jobs set attempts = $1, last_error = $2, run_at = now() + interval '1 day'
     where id = (select max(id) from graphile_worker._private_jobs) returning id::text`,
    [tries, error],
  );
  return row?.id ?? '';
}

const jobRow = async (id: string) =>
  (
    await app.asOwner<{ attempts: number; due: boolean; last_error: string | null }>(
      'select attempts, run_at <= now() as due, last_error from graphile_worker._private_jobs where id = $1',
      [id],
    )
  )[0];

const retriesOf = async (id: string) =>
  (
    await database().execute(sql`
      select from audit_log where action = 'job.retried' and object_type = 'job' and object_id = ${id}`)
  ).rowCount;

describe('the list', () => {
  test('says what failed, why, how often and what is next; what is given up comes first', async () => {
    const admin = await anAdmin(database());
    const waits = await failed('deliver_mail', {}, { error: 'mail_unavailable' });
    const given = await failed('expire_holds', {}, { tries: 25, error: 'Key (email)=(ada@example.org)' });
    await enqueueJob(database(), 'reconcile_payments', {});
    const { jobs, all } = await listFailedJobs(database(), admin);
    expect(jobs).toHaveLength(2);
    expect(jobs).toMatchObject([
      {
        id: given,
        task: 'expire_holds',
        about: null,
        tries: 25,
        mostTries: 25,
        failure: null,
        nextTry: null,
        running: false,
      },
      { id: waits, task: 'deliver_mail', failure: 'mail_unavailable', tries: 3 },
    ]);
    expect(jobs[1]?.nextTry).toBeInstanceOf(Date);
    expect(all).toBe(2);
    expect((await needsAttention(database(), admin)).failedJobs).toBe(2);
    expect(await listFailedJobs(database(), admin, 1)).toMatchObject({ jobs: [{ id: given }], all: 2 });
  });

  test('says about which booking or person it is, while they are there', async () => {
    const admin = await anAdmin(database(), 'Ruth Adeyemi');
    const event = await app.eventOnSale({ ticketTypes: [{ name: 'In', price: 900, quantity: 9 }] });
    const booking = await guestHolds(event);
    await reconcilePayment(await pay(booking));
    const [payment] = await app.asOwner<{ id: string }>('select id from payments where booking_id = $1', [
      booking.bookingId,
    ]);
    await database().transaction((tx) =>
      refundInFull(
        tx,
        {
          id: payment?.id ?? '',
          booking_id: booking.bookingId,
          organizer_id: event.house.organizerId,
          currency: 'EUR',
        },
        100,
        'duplicate',
        new Date(),
      ),
    );
    await app.asOwner(`
      update graphile_worker._private_jobs set attempts = 1, last_error = 'stripe_refused'
      where task_id = (select id from graphile_worker._private_tasks where identifier = 'refund_payment')`);
    await failed('adopt_bookings', { userId: admin.userId }, { tries: 2 });
    await failed('adopt_bookings', { userId: NOBODY }, { tries: 3 });
    await failed('adopt_bookings', { userId: 'no id' }, { tries: 4 });
    const { jobs } = await listFailedJobs(database(), admin);
    const abouts = new Map(jobs.map(({ tries, about }) => [tries, about]));
    expect([1, 2, 3, 4].map((tries) => abouts.get(tries))).toEqual([
      { kind: 'booking', reference: booking.reference },
      { kind: 'user', id: admin.userId, name: 'Ruth Adeyemi' },
      null,
      null,
    ]);
    expect((await stateOf(booking.bookingId)).refunds).toHaveLength(1);
  });
});

describe('trying again', () => {
  test('sends a job off now, with all its tries ahead, and writes down who did', async () => {
    const admin = await anAdmin(database());
    const id = await failed('deliver_mail', {}, { tries: 25 });
    const other = await failed('expire_holds', {});
    expect(await retryJobs(database(), admin, { id })).toBe(1);
    expect(await jobRow(id)).toMatchObject({ attempts: 0, due: true });
    expect(await jobRow(other)).toMatchObject({ attempts: 3, due: false });
    expect((await listFailedJobs(database(), admin)).jobs.map((job) => job.id)).toEqual([other]);
    const { entries } = await readAudit(database(), admin, 'platform', {}, { timezone: 'UTC', locale: 'en' });
    expect(entries[0]).toMatchObject({
      who: { id: admin.userId },
      action: 'job.retried',
      object: { type: 'job', id, name: id },
      changes: [
        { field: 'task', after: 'deliver_mail' },
        { field: 'attempts', before: 25, after: 0 },
      ],
    });
  });

  test('sends all off, but for what is being tried at this moment', async () => {
    const admin = await anAdmin(database());
    const ids = [await failed('deliver_mail', {}), await failed('expire_holds', {})];
    const running = await failed('expire_offers', {});
    await app.asOwner(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = $1`,
      [running],
    );
    expect(await retryJobs(database(), admin, { id: running })).toBe(0);
    expect(await retryJobs(database(), admin, 'all')).toBe(2);
    expect(await Promise.all(ids.map(jobRow))).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    expect(await jobRow(running)).toMatchObject({ attempts: 3 });
  });

  test('by many at once happens once', async () => {
    const admins = await Promise.all(Array.from({ length: 8 }, () => anAdmin(database())));
    const ids = [await failed('deliver_mail', {}), await failed('expire_holds', {})];
    const answers = await Promise.all(
      admins.map((admin, index) => retryJobs(database(), admin, index % 2 ? 'all' : { id: ids[0] ?? '' })),
    );
    expect(answers.reduce((sum, sent) => sum + sent, 0)).toBe(2);
    expect(await Promise.all(ids.map(retriesOf))).toEqual([1, 1]);
  });

  test('what is no number, or no job, is nothing to try', async () => {
    const admin = await anAdmin(database());
    for (const id of ['', 'x', '999999999999', '9'.repeat(40)])
      expect(await retryJobs(database(), admin, { id })).toBe(0);
  });
});

test('none of it is for anybody but admins', async () => {
  const { organizerId } = await buildHouse(database());
  const id = await failed('deliver_mail', {});
  for (const [name, actor, told] of await outsiders(database(), organizerId)) {
    for (const one of [listFailedJobs(database(), actor), retryJobs(database(), actor, { id })])
      expect(await codeOf(one), name).toBe(told);
  }
  expect(await jobRow(id)).toMatchObject({ attempts: 3 });
});

test('the queue keeps a code of what failed, and no word of whom it was about', async () => {
  await enqueueJob(database(), 'adopt_bookings', { userId: 'Ada Nwosu <ada@example.org>' });
  await runOnce({
    connectionString: app.environment().DATABASE_DIRECT_URL ?? '',
    taskList: tasks,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  const rows = await app.asOwner('select last_error from graphile_worker._private_jobs');
  expect(rows).toEqual([{ last_error: 'payload_invalid' }]);
});
