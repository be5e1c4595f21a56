import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'components', 'db', 'emails', 'lib', 'public', 'sandbox/seed'];
const isTest = /\.test\.tsx?$/;

/** What a build is made of: the sources and every file beside package.json that steers a tool. */
function listSources(root: string): string[] {
  const files = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|mjs|js|json)$/.test(entry.name) && entry.name !== 'next-env.d.ts',
    )
    .map((entry) => entry.name);
  for (const folder of folders) {
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
        if (entry.isFile() && !isTest.test(entry.name))
          files.push(join(entry.parentPath, entry.name).slice(root.length + 1));
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return files.sort();
}

/** A fingerprint of everything that a build is made of. */
export function hashSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of listSources(root)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
