import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { database } from '../database.ts';
import { deliverMail, MailUnavailable } from './deliver.ts';

const { deliveries, fault, inbox, makeBooking, newMailer, restart, run } = useMailRoom();

describe('when things go wrong, a mail is neither lost nor doubled', () => {
  test.each([
    [500, 'before'],
    [500, 'after'],
    [429, 'before'],
    ['close', 'before'],
    ['close', 'after'],
  ])('%s %s it was accepted', async (kind, when) => {
    await makeBooking();
    await fault({ kind, when, times: 1 });
    expect(await run()).toEqual({ sent: 1, failed: 0 });
    expect(await inbox()).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  test('the worker dies after the mail was accepted: the next one sends the same and nothing comes twice', async () => {
    const booking = await makeBooking();
    await fault({ kind: 'close', when: 'after', times: 1 });
    await expect(run({ patienceMs: 0 })).rejects.toThrow(MailUnavailable);
    expect(await deliveries()).toMatchObject([{ status: 'pending', attempts: 1 }]);
    // What the mail would say has changed meanwhile; what goes out under its key has not.
    await database().execute(sql`update bookings set buyer_name = 'Somebody Else' where id = ${booking.id}`);
    expect(await run()).toEqual({ sent: 1, failed: 0 });
    const received = await inbox();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain('Marta Ferreira');
  });

  test('a change of what is not stored, after it was accepted, still counts as sent', async () => {
    await makeBooking();
    await fault({ kind: 'close', when: 'after', times: 1 });
    await expect(run({ patienceMs: 0 })).rejects.toThrow(MailUnavailable);
    await database().execute(sql`update organizers set email = 'new@mare.example'`);
    try {
      expect(await run()).toEqual({ sent: 1, failed: 0 });
    } finally {
      await database().execute(sql`update organizers set email = 'ola@mare.example'`);
    }
    expect(await inbox()).toHaveLength(1);
  });

  test('it keeps to the limit Resend tells, and waits as long as it says', async () => {
    await restart({ rate: 2 });
    const other = newMailer();
    await Promise.all(Array.from({ length: 4 }, () => makeBooking()));
    // Two processes that know nothing of each other's pace.
    await Promise.all([run(), deliverMail({ db: database(), mailer: other, patienceMs: 10_000 })]);
    expect(await inbox()).toHaveLength(4);
    expect((await deliveries()).every((row) => row.status === 'sent')).toBe(true);
  });

  test('a wrong key stops everything and fails no mail', async () => {
    await makeBooking();
    const wrong = deliverMail({ db: database(), mailer: newMailer('re_sandbox_wrong') });
    await expect(wrong).rejects.toThrow(/401/);
    expect(await deliveries()).toMatchObject([{ status: 'pending' }]);
    expect(await run()).toEqual({ sent: 1, failed: 0 });
  });

  test('asked to stop with mail left, the job fails so that it comes again', async () => {
    await makeBooking();
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow(MailUnavailable);
    expect(await inbox()).toHaveLength(0);
  });

  test('a mail that cannot be written is given up and the others go', async () => {
    const booking = await makeBooking();
    await database().execute(sql`update bookings set currency = 'XXX' where id = ${booking.id}`);
    await makeBooking();
    expect(await run()).toEqual({ sent: 1, failed: 1 });
    const [given] = await deliveries();
    expect(given?.last_error).toContain('could not be written');
  });

  test('two deliverers at once send each mail once', async () => {
    await Promise.all(Array.from({ length: 15 }, () => makeBooking()));
    const reports = await Promise.all([run(), run(), run()]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(15);
    const received = await inbox();
    expect(received).toHaveLength(15);
    expect(new Set(received.map((one) => one.to[0])).size).toBe(15);
  });
});
