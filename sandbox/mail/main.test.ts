import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Resend } from 'resend';
import { afterAll, describe, expect, test } from 'vitest';
import { KEY, MAIL } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the program', () => {
  async function run(data: string) {
    const program = join(import.meta.dirname, 'main.ts');
    const args = [
      program,
      '--port',
      '0',
      '--data',
      data,
      '--api-key',
      KEY,
      '--rate',
      '0',
      '--exit-with-parent',
    ];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
    const ready = JSON.parse(String(lines[0])) as { ready: boolean; port: number };
    expect(ready.ready).toBe(true);
    return { child, resend: new Resend(KEY, { baseUrl: `http://127.0.0.1:${ready.port}` }) };
  }

  test('kill -9 loses neither mails nor keys, and it ends with its parent', async () => {
    const data = join(folder, 'deep', 'mail.sqlite');
    const first = await run(data);
    const sent = await first.resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await run(data);
    const again = await second.resend.emails.send(MAIL, { idempotencyKey: 'k1' });
    expect(again.data?.id).toBe(sent.data?.id);
    second.child.stdin.end();
    const ended: unknown[] = await once(second.child, 'exit');
    expect(ended[0]).toBe(0);
  });
});
