import { describe, expect, test } from 'vitest';
import { fault, list, MAIL, useMail } from './testing.ts';

const start = useMail();

describe('idempotency', () => {
  test('the same key and body is one mail and one id, for singles and batches', async () => {
    const { mail, resend } = await start();
    const first = await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    const again = await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    expect(again.data?.id).toBe(first.data?.id);
    const batch = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'k2' });
    const batchAgain = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'k2' });
    expect(batchAgain.data).toEqual(batch.data);
    expect((await list(mail)).count).toBe(3);
  });

  test('another body under the same key is 409', async () => {
    const { resend } = await start();
    await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    const other = await resend.emails.send({ ...MAIL, subject: 'Other' }, { idempotencyKey: 'k1' });
    expect(other.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
    const batch = await resend.batch.send([MAIL], { idempotencyKey: 'k1' });
    expect(batch.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
  });

  test('two at once: the second is told the first is under way', async () => {
    const { mail, resend } = await start();
    await fault(mail, { kind: 'delay', ms: 300 });
    const first = resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    expect(second.error).toMatchObject({ statusCode: 409, name: 'concurrent_idempotent_requests' });
    expect((await first).error).toBeNull();
    expect((await list(mail)).count).toBe(1);
  });

  test('a key is forgotten after 24 hours of the stand-in’s clock', async () => {
    const { mail, resend } = await start();
    await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    await fetch(`${mail.controlUrl}/clock`, {
      method: 'POST',
      body: JSON.stringify({ offsetMs: 86_400_001 }),
    });
    await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    expect((await list(mail)).count).toBe(2);
  });

  test('a key of 257 characters is refused', async () => {
    const { resend } = await start();
    const { error } = await resend.emails.send(MAIL, { idempotencyKey: 'k'.repeat(257) });
    expect(error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' });
  });
});
