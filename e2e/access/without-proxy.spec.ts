import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findFreePort } from '#sandbox/process/free-port.ts';
import { useVerbs } from '../stage/application.ts';
import { house, setting, until } from '../stage/house.ts';
import { type Program, startProgram } from '../stage/program.ts';
import { actions } from './actions.ts';
import { buildWithoutProxy } from './build-without-proxy.ts';
import { checkActions, checkRoutes } from './matrix.ts';
import { listActions } from './route-tree.ts';
import { routes } from './routes.ts';
import { buildWorld, type World } from './world.ts';

// The proxy is a courtesy: a build that lacks it lets nobody further. Without it nothing turns an address without a
// language into one with it, so pages are asked for by the address that the proxy would have made.

useVerbs();
let world: World;
let root: string;
let origin: string;
let server: Program;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  root = await buildWithoutProxy(setting('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'));
  const port = await findFreePort();
  origin = `http://localhost:${port}`;
  server = startProgram(
    [join(root, 'dist', 'server.js')],
    { ...house().environment, PORT: String(port), WEB_CONCURRENCY: '1' },
    root,
  );
  await until('the server without a proxy answers', () =>
    fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  world = await buildWorld();
});

test.afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
});

test('there is none in it', async () => {
  expect(existsSync(join(root, 'proxy.ts'))).toBe(false);
  // Only the proxy gives pages a policy with a nonce, and knows that English has no prefix.
  const page = await fetch(`${origin}/en/events`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy') ?? '').not.toContain('nonce-');
  expect((await fetch(`${origin}/events`)).status).toBe(404);
});

for (const path of Object.keys(routes)) {
  test(`route ${path}`, () => checkRoutes(origin, world, path, 'en'));
}

for (const name of Object.keys(actions)) {
  test(`action ${name}`, () => checkActions(origin, world, name, listActions(root), 'en'));
}
