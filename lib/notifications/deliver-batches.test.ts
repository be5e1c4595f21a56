import { describe, expect, test } from 'vitest';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { MailUnavailable } from './deliver.ts';

const { deliveries, fault, inbox, makeBooking, run } = useMailRoom();

describe('a long queue', () => {
  async function fill(count: number): Promise<void> {
    for (let made = 0; made < count; made += 10) {
      await Promise.all(Array.from({ length: Math.min(10, count - made) }, () => makeBooking()));
    }
  }

  test('goes in batches with links instead of files, and the last few one by one', async () => {
    await fill(103);
    expect(await run()).toEqual({ sent: 103, failed: 0 });
    const received = await inbox();
    expect(new Set(received.map((one) => one.to[0])).size).toBe(103);
    const batched = received.filter((one) => one.batch);
    expect(new Set(batched.map((one) => one.idempotencyKey)).size).toBe(1);
    expect(batched).toHaveLength(100);
    expect(received).toHaveLength(103);
    expect(received.filter((one) => !one.batch).every((one) => one.attachments.length === 2)).toBe(true);
    expect(batched[0]?.html).toMatch(/src="https:\/\/foyer\.example\/qr\/v1\./);
    expect(batched[0]?.html).not.toContain('cid:');
    const rows = await deliveries();
    expect(rows.every((row) => row.status === 'sent' && row.provider_id !== null)).toBe(true);
    const byRecipient = new Map(received.map((one) => [one.to[0], one.id]));
    for (const row of rows) expect(byRecipient.get(row.recipient)).toBe(row.provider_id);
  });

  test('lost after it was accepted, a batch is repeated as it was, whatever came in since', async () => {
    await fill(25);
    await fault({ kind: 'close', when: 'after', times: 1 });
    await expect(run({ patienceMs: 0 })).rejects.toThrow(MailUnavailable);
    expect(new Set((await deliveries()).map((row) => row.batch_id)).size).toBe(1);
    await fill(3);
    expect(await run()).toEqual({ sent: 28, failed: 0 });
    const received = await inbox();
    expect(received).toHaveLength(28);
    expect(received.filter((one) => one.batch)).toHaveLength(25);
  });

  test('with one bad address in it, all others still arrive', async () => {
    await makeBooking({ buyerEmail: 'not an address@x' });
    await fill(24);
    expect(await run()).toEqual({ sent: 24, failed: 1 });
    expect(await inbox()).toHaveLength(24);
    const failed = (await deliveries()).filter((row) => row.status === 'failed');
    expect(failed).toMatchObject([{ recipient: 'not an address@x' }]);
  });

  test('two deliverers at once send each mail once', async () => {
    await fill(45);
    // While the first call is under way, the other deliverer comes to the same batch.
    await fault({ kind: 'delay', ms: 400, times: 1 });
    await Promise.all([run(), run()]);
    const received = await inbox();
    expect(received).toHaveLength(45);
    expect(new Set(received.map((one) => one.to[0])).size).toBe(45);
  });
});
