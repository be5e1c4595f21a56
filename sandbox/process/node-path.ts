import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * The Node that programs are started with: the one that runs us where it reads TypeScript, else the one in
 * node_modules. A test runner that was started by hand may run on the machine's own, older one.
 */
export function nodePath(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const own = join(projectRoot, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (!existsSync(own)) throw new Error(`Node 22.18 or newer is needed, and this is ${process.version}.`);
  return own;
}
