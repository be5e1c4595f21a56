import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from './postgres/testing.ts';
import { findFreePort } from './process/free-port.ts';
import { nodePath } from './process/node-path.ts';
import { projectRoot } from './process/project-root.ts';
import { type RunningProgram, startProgram } from './process/start-program.ts';

describe('npm run db:studio', () => {
  const database = useDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-studio-'));
  let studio: RunningProgram | undefined;
  let endpoint = '';

  beforeAll(async () => {
    const port = await findFreePort();
    endpoint = `http://127.0.0.1:${port}/`;
    studio = await startProgram({
      name: 'Studio',
      command: nodePath(),
      args: [join(projectRoot, 'sandbox', 'studio.ts'), '--port', String(port)],
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: database.appUrl,
        DATABASE_READONLY_URL: database.readonlyUrl,
      },
      cwd: projectRoot,
      logFile: join(folder, 'studio.log'),
      ready: { port },
    });
  });

  afterAll(async () => {
    await studio?.stop();
    rmSync(folder, { recursive: true });
  });

  const post = async (body: unknown): Promise<string> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.text();
  };
  const query = (sql: string) =>
    post({ type: 'proxy', data: { sql, params: [], mode: 'object', method: 'all' } });

  it('knows the schema of the database in use', async () => {
    const answer = await post({ type: 'init' });
    expect(answer).toContain('"dialect":"postgresql"');
    expect(await query('SELECT tablename FROM pg_tables')).toContain('capacity_pools');
  });

  it('looks through a role that changes nothing', async () => {
    expect(await query('SELECT current_user AS who')).toContain('foyer_readonly');
    await query('CREATE TABLE planted (id int)').catch(() => undefined);
    expect(await query('SELECT tablename FROM pg_tables')).not.toContain('planted');
  });
});
