import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findFreePort } from '#sandbox/process/free-port.ts';
import { projectRoot } from '#sandbox/process/project-root.ts';
import { house, until } from '../stage/house.ts';
import { startProgram } from '../stage/program.ts';

// npm run db:studio: its page comes from the internet, so this speaks with its local endpoint as the page would.

test('studio reads the schema through the read-only role, and cannot write', async () => {
  const port = await findFreePort();
  const program = startProgram([join(projectRoot, 'sandbox/studio.ts'), '--port', String(port)], {
    ...house().environment,
    NODE_ENV: 'development',
  });
  const call = async (body: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const query = (sql: string) => call({ type: 'proxy', data: { sql, method: 'all', mode: 'object' } });
  try {
    const hello = await until('studio answers', () => call({ type: 'init' }).catch(() => undefined));
    expect(hello).toMatchObject({ dialect: 'postgresql' });

    const tables = await query(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    for (const name of ['bookings', 'capacity_pools', 'events', 'payments', 'tickets']) {
      expect(tables).toContainEqual({ name });
    }
    expect(await query("select slug from events where slug = 'paid-concert'")).toEqual([
      { slug: 'paid-concert' },
    ]);
    expect(await query('select current_user::text as role')).toEqual([{ role: 'foyer_readonly' }]);

    const write = "update events set title = 'changed' where slug = 'paid-concert'";
    expect(await query(write)).toMatchObject({ status: 'error', error: expect.stringMatching(/read-only/) });
    // Nor when it asks for more: the role has no right to it.
    const insisting = await call({
      type: 'tproxy',
      data: [{ sql: 'set transaction read write' }, { sql: write }],
    });
    expect(JSON.stringify(insisting)).toMatch(/permission denied/);
    expect(await query("select title from events where slug = 'paid-concert'")).toEqual([
      { title: 'Salt & Static' },
    ]);
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
  }
});
