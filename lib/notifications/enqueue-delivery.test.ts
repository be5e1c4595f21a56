import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { database } from '../database.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';

const { deliveries, makeBooking } = useMailRoom();

describe('asking for a mail', () => {
  test('twice for one revision is one row and one job; a new revision is another', async () => {
    const booking = await makeBooking();
    const ask = (revision: number) =>
      database().transaction((tx) =>
        enqueueDelivery(tx, { kind: 'booking_confirmed', bookingId: booking.id, revision }),
      );
    const jobs = async () =>
      (
        await database().execute(
          sql`select 1 from graphile_worker.jobs where task_identifier = 'deliver_mail'`,
        )
      ).rows.length;
    const before = await jobs();
    await Promise.all([ask(1), ask(1), ask(1)]);
    expect(await deliveries()).toHaveLength(1);
    expect(await jobs()).toBe(before);
    await ask(2);
    expect(await deliveries()).toHaveLength(2);
    expect(await jobs()).toBe(before + 1);
  });

  test('a transaction that fails asks for nothing', async () => {
    const booking = await makeBooking();
    const failing = database().transaction(async (tx) => {
      await enqueueDelivery(tx, { kind: 'booking_confirmed', bookingId: booking.id, revision: 7 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await deliveries()).toHaveLength(1);
  });
});
