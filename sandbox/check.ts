/**
 * `npm run check`: everything that can be said about the tree without running it. One line a check with its time, what
 * a failed one found, and a count at the end.
 */
import { availableParallelism } from 'node:os';
import { checkEnvNames } from './checks/env-names.ts';
import { erDiagram } from './checks/er-diagram.ts';
import { checkPart } from './checks/generated-part.ts';
import { checkMessages } from './checks/messages.ts';
import { checkMigrations } from './checks/migrations.ts';
import { checkPolicy } from './checks/policy-table.ts';
import { type Findings, judge } from './checks/run-tool.ts';
import { checkTree } from './checks/tree.ts';

type Check = { name: string; run: () => Promise<Findings> };

/** The slow ones first, so that the quick ones fill the gaps at the end. */
const checks: Check[] = [
  {
    // The bound is there for findings, not for speed: what is cut off is found by the next run.
    name: 'format and lint (biome)',
    run: () =>
      judge({
        program: 'biome',
        args: ['ci', '--colors=off', '--max-diagnostics=60', '--error-on-warnings', '.'],
      }),
  },
  {
    name: 'lint with types (oxlint)',
    run: () => judge({ program: 'oxlint', args: ['--deny-warnings', '--format=unix'] }),
  },
  { name: 'types (tsc)', run: () => judge({ program: 'tsc', args: ['--pretty', 'false'] }) },
  // A program of its own, because the cruiser changes the folder of its process.
  {
    name: 'directions of import',
    run: () => judge({ program: 'node', args: ['sandbox/checks/imports.ts'] }),
  },
  {
    name: 'dead code (knip)',
    run: () => judge({ program: 'knip', args: ['--no-progress', '--treat-config-hints-as-errors'] }),
  },
  { name: 'migrations match the schema', run: checkMigrations },
  { name: 'message catalogues', run: checkMessages },
  { name: 'ER diagram', run: () => checkPart(erDiagram) },
  { name: 'policy table', run: checkPolicy },
  { name: 'environment names', run: checkEnvNames },
  { name: 'tree and loose ends', run: checkTree },
  {
    // Without network: is every package that package.json asks for in the lock file, in that version?
    name: 'lock file',
    run: () =>
      judge({
        program: 'npm',
        args: ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund', '--loglevel=error'],
      }),
  },
];

/** A check that falls over has not passed. */
async function findingsOf(check: Check): Promise<Findings> {
  try {
    return await check.run();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/**
 * Runs every check, as many at once as there are cores, and prints each as it ends.
 *
 * @returns how many checks passed and failed.
 */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  const count = { passed: 0, failed: 0 };
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now();
      const findings = await findingsOf(check);
      const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
      count[findings.length === 0 ? 'passed' : 'failed'] += 1;
      console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${check.name}`);
      if (findings.length > 0) console.log(findings.join('\n').replaceAll(/^(?=.)/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  return count;
}

if (import.meta.main) {
  const { passed, failed } = await runChecks();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
