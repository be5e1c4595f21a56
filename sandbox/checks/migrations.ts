import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Findings, judge, ROOT, runTool } from './run-tool.ts';

/**
 * Migrations and schema say the same: on a copy of the migrations, `drizzle-kit generate` finds nothing to add; and the
 * snapshots follow each other (`drizzle-kit check`), which two branches that both migrate would break.
 */
export async function checkMigrations(): Promise<Findings> {
  const place = `${ROOT}.data/checks`;
  await mkdir(place, { recursive: true });
  const copy = await mkdtemp(join(place, 'migrations-'));
  try {
    await cp(`${ROOT}db/migrations`, copy, { recursive: true });
    const { code, output } = await runTool({
      program: 'drizzle-kit',
      // No address is needed. The tool wants a folder relative to where it runs.
      args: [
        'generate',
        '--dialect=postgresql',
        '--casing=snake_case',
        '--schema=./db/schema/index.ts',
        `--out=./${relative(ROOT, copy)}`,
      ],
    });
    // Where a column might have been renamed, the tool asks, finds nobody there, and ends with 0: so only its own words
    // that nothing changed count.
    if (code !== 0 || !output.includes('No schema changes')) {
      const words = output
        .split('\n')
        .filter((line) => line.trim() && !/^ +at /.test(line))
        .slice(-3)
        .join('\n');
      return [
        `db/schema has changes that no migration makes: run npm run db:generate, read what it writes.\n${words}`,
      ];
    }
    return await judge({
      program: 'drizzle-kit',
      args: ['check', '--dialect=postgresql', '--out=./db/migrations'],
    });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
