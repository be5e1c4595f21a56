import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, context, type OutputFile } from 'esbuild';
import type { Programs, ProgramsInput } from './programs.ts';

/** The programs that are bundled again whenever a file they are made of changes. */
const entries = { server: 'server.ts', worker: 'worker.ts', seed: 'sandbox/seed/main.ts' };

/** As in the script `build` of package.json. */
const bundling: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  jsx: 'automatic',
  sourcemap: true,
  alias: { 'server-only': 'next/dist/compiled/server-only/empty.js' },
};

/**
 * Programs for `npm run dev`: Next compiles pages as they are asked for and reloads them by itself; server, worker
 * and seed are bundled here and watched. `onChange` is called with the name of a bundle whose content has changed.
 */
export function watchPrograms(onChange: (name: 'server' | 'worker') => void) {
  return async ({ root, progress, signal }: ProgramsInput): Promise<Programs> => {
    const folder = join(root, '.data', 'dev');
    const seen = new Map<string, string>();
    let first = true;

    const write = (files: OutputFile[]) => {
      mkdirSync(folder, { recursive: true });
      for (const file of files) writeFileSync(file.path, file.contents);
      for (const name of ['server', 'worker'] as const) {
        const made = files.find((file) => file.path.endsWith(`${name}.js`));
        if (made === undefined) continue;
        const hash = createHash('sha256').update(made.contents).digest('hex');
        const changed = seen.get(name) !== hash;
        seen.set(name, hash);
        if (changed && !first) onChange(name);
      }
      first = false;
    };
    const bundler = await context({
      ...bundling,
      absWorkingDir: root,
      entryPoints: entries,
      outdir: folder,
      write: false,
      logLevel: 'warning',
      plugins: [
        {
          name: 'restart',
          setup: (build) =>
            build.onEnd((result) => {
              if (result.errors.length === 0) write(result.outputFiles ?? []);
            }),
        },
      ],
    });
    await progress('Bundles', async () => {
      await bundler.rebuild();
      await bundler.watch();
    });
    signal?.addEventListener('abort', () => void bundler.dispose(), { once: true });

    const program = (name: string) => ['--enable-source-maps', join(folder, `${name}.js`)];
    return {
      web: [...program('server'), '--dev'],
      worker: program('worker'),
      seed: program('seed'),
      nodeEnv: 'development',
      environment: {},
    };
  };
}
