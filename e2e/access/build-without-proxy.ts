import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '#sandbox/process/build.ts';
import { machineEnvironment } from '#sandbox/process/environment.ts';
import { projectRoot } from '#sandbox/process/project-root.ts';

const SOURCES = ['app', 'components', 'db', 'emails', 'lib', 'public', 'sandbox'];

/**
 * Builds the application a second time, from a copy that lacks `proxy.ts`. It lies inside the project, whose packages
 * it shares, and is built anew only when the sources have changed.
 *
 * @returns its folder
 */
export async function buildWithoutProxy(actionsKey: string): Promise<string> {
  const root = join(projectRoot, '.data', 'without-proxy');
  mkdirSync(root, { recursive: true });
  for (const name of [...SOURCES, ...rootFiles()]) {
    rmSync(join(root, name), { recursive: true, force: true });
    cpSync(join(projectRoot, name), join(root, name), {
      recursive: true,
      filter: (file) => !/\.(test|spec)\.tsx?$/.test(file),
    });
  }
  const packages = join(root, 'node_modules');
  if (!existsSync(packages)) symlinkSync(join('..', '..', 'node_modules'), packages);
  await buildIfNeeded({
    root,
    actionsKey,
    fallbackActionsKey: actionsKey,
    env: machineEnvironment(process.env),
    logFile: join(root, 'build.log'),
  });
  return root;
}

/** What steers the tools, but not the lock file: by that Next finds where the packages are. */
const rootFiles = () =>
  readdirSync(projectRoot, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => !['proxy.ts', 'package-lock.json', 'next-env.d.ts'].includes(name));
