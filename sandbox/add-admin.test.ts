import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeAccount } from '#lib/accounts/testing.ts';
import { nodePath } from './process/node-path.ts';
import { projectRoot } from './process/project-root.ts';
import { useApplication } from './testing/application.ts';

const app = useApplication();

const addAdmin = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    nodePath(),
    [join(projectRoot, 'sandbox', 'add-admin.ts'), ...words],
    { encoding: 'utf8', env: { ...process.env, ...app.environment() } },
  );
  return { status, said: stdout + stderr };
};

const roles = () => app.asOwner<{ email: string; role: string }>('select email, role from users');

test('makes an account an admin, says so, and writes it down', async () => {
  const email = 'First.Admin@example.org';
  await makeAccount(email);
  const added = addAdmin('first.admin@example.org');
  expect(added.said).toContain('is an admin now');
  expect(added.status).toBe(0);
  expect(await roles()).toEqual([{ email, role: 'admin' }]);
  const log = await app.asOwner('select actor, action, changes from audit_log where action = $1', [
    'user.role_changed',
  ]);
  expect(log).toEqual([
    { actor: 'system', action: 'user.role_changed', changes: { role: ['attendee', 'admin'] } },
  ]);
  expect(addAdmin(email).said).toContain('is an admin already');
});

test('an address without an account, and none at all, change nothing and are told', async () => {
  const before = await roles();
  const unknown = addAdmin('nobody@example.org');
  expect(unknown.said).toContain('no account with the address nobody@example.org');
  expect(unknown.status).toBe(1);
  const none = addAdmin();
  expect(none.said).toContain('Whose account?');
  expect(none.status).toBe(1);
  expect(await roles()).toEqual(before);
});
