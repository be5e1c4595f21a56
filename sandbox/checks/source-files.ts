import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SKIPPED = new Set([
  '.data',
  '.git',
  '.next',
  'dist',
  'fixtures',
  'node_modules',
  'playwright-report',
  'test-results',
]);

/**
 * Every file of a tree whose name matches, as sorted paths relative to it with forward slashes. Generated folders and
 * the fixtures of the checks are left out. Reads the disk and not git, so that it works on a copy too.
 */
export async function sourceFiles(root: string, name: RegExp): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (name.test(entry.name)) found.push(relative(root, path).replaceAll('\\', '/'));
    }
  };
  await walk(root);
  return found.sort();
}
