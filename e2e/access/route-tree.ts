import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#sandbox/process/project-root.ts';

/** The routes that there are, read from the tree and from the build, so that the matrix cannot forget one. */

export type Route = {
  /** As the folders write it, without groups: `/[locale]/events/[slug]`. */
  path: string;
  kind: 'page' | 'handler';
};

/** A slot draws a part of pages that are in the table by themselves. */
const inSlot = (path: string) => path.split(sep).some((part) => part.startsWith('@'));

/** Every page and route handler under `app`. */
export function listRoutes(root = projectRoot): Route[] {
  const app = join(root, 'app');
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(page|route)\.tsx?$/.test(entry.name) && !inSlot(entry.parentPath))
    .map((entry) => {
      const folders = relative(app, entry.parentPath)
        .split(sep)
        .filter((part) => part && !/^\(.*\)$/.test(part));
      return {
        path: `/${folders.join('/')}`,
        kind: entry.name.startsWith('page') ? 'page' : 'handler',
      } as const;
    })
    .toSorted((one, other) => one.path.localeCompare(other.path));
}

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** Every server action of the build, by `<file under app>#<name>`, with the id that a browser calls it by. */
export function listActions(root = projectRoot): Map<string, string> {
  const text = readFileSync(join(root, '.next', 'server', 'server-reference-manifest.json'), 'utf8');
  const { node } = manifest.parse(JSON.parse(text));
  return new Map(
    Object.entries(node)
      .map(
        ([id, { filename, exportedName }]) =>
          [`${filename.replace(/^(.*?\/)?app\//, '')}#${exportedName}`, id] as const,
      )
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );
}
