import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findFreePort } from './process/free-port.ts';
import { openSandbox } from './process/open-sandbox.ts';
import { projectRoot } from './process/project-root.ts';

// npm run db:studio: Drizzle Studio on the database in use, through the read-only role. `--port N` picks the port of
// its local endpoint; the page that shows it comes from the internet (local.drizzle.studio).

try {
  const { environment } = openSandbox();
  const url = environment.DATABASE_READONLY_URL;
  if (url === undefined)
    throw new Error('DATABASE_READONLY_URL is not set. It names a role that may only read.');
  const asked = process.argv[process.argv.indexOf('--port') + 1];
  const port = process.argv.includes('--port') && asked !== undefined ? asked : String(await findFreePort());
  console.log(
    `Studio reads ${new URL(url).pathname.slice(1)} as ${new URL(url).username}; its endpoint is 127.0.0.1:${port}`,
  );
  const studio = spawn(
    process.execPath,
    [join(projectRoot, 'node_modules/drizzle-kit/bin.cjs'), 'studio', '--host', '127.0.0.1', '--port', port],
    { cwd: projectRoot, env: { ...process.env, DATABASE_READONLY_URL: url }, stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => studio.kill(signal));
  process.on('disconnect', () => studio.kill());
  studio.on('exit', (code) => process.exit(code ?? 0));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
