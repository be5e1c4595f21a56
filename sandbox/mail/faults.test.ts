import { once } from 'node:events';
import { createConnection } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fault, list, MAIL, useMail } from './testing.ts';

const start = useMail();

describe('faults', () => {
  test.each([429, 500, 'close'] as const)('%s before: nothing kept; the repeat sends it', async (kind) => {
    const { mail, resend } = await start();
    await fault(mail, { kind, when: 'before', times: 1 });
    const first = await resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    expect(first.error?.statusCode).toBe(kind === 'close' ? null : kind);
    expect((await list(mail)).count).toBe(0);
    expect((await resend.emails.send(MAIL, { idempotencyKey: 'k1' })).error).toBeNull();
    expect((await list(mail)).count).toBe(1);
  });

  test.each([429, 500, 'close'] as const)('%s after: kept; the repeat adds nothing', async (kind) => {
    const { mail, resend } = await start();
    await fault(mail, { kind, when: 'after', times: 2 });
    expect((await resend.emails.send(MAIL, { idempotencyKey: 'k1' })).error).not.toBeNull();
    expect((await resend.emails.send(MAIL, { idempotencyKey: 'k1' })).error).not.toBeNull();
    expect((await resend.emails.send(MAIL, { idempotencyKey: 'k1' })).error).toBeNull();
    expect((await list(mail)).count).toBe(1);
  });

  test('control refuses browsers and foreign host names', async () => {
    const { mail } = await start();
    const page = await fetch(`${mail.controlUrl}/messages`, { headers: { origin: 'https://evil.example' } });
    expect(page.status).toBe(403);
    const socket = createConnection(mail.controlPort, '127.0.0.1');
    socket.write('GET /messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    const chunks: unknown[] = await once(socket, 'data');
    expect(String(chunks[0])).toMatch(/^HTTP\/1\.1 403/);
  });
});
