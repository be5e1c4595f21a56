import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './process/build.ts';
import {
  type Count,
  countFromOutput,
  countFromPlaywright,
  countFromVitest,
  judge,
} from './process/count-tests.ts';
import { sendSignal } from './process/end-process.ts';
import { machineEnvironment, readGivenEnvironment } from './process/environment.ts';
import { identify } from './process/identity.ts';
import { projectRoot } from './process/project-root.ts';
import { openState } from './process/state.ts';
import { onStopRequest } from './process/stop-signal.ts';
import { guard, unguard } from './process/watchdog.ts';

// npm test: checks, vitest, the production build, browser journeys. Each part's output is shown as it comes; the
// last line counts them all. Everything lives in a temporary folder and on free ports, apart from any demo.

const signal = onStopRequest();
const folder = mkdtempSync(join(tmpdir(), 'foyer-run-'));
const { FOYER_CHROMIUM } = readGivenEnvironment(projectRoot);
const environment = {
  // Nothing that a person has set for a demo or for production reaches a test.
  ...machineEnvironment(process.env),
  ...(FOYER_CHROMIUM === undefined ? {} : { FOYER_CHROMIUM }),
};

/** Runs a part's program to its end and shows what it writes. */
async function show(
  args: string[],
  more: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...environment, ...more, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity !== undefined) guard({ ...identity, signal: 'SIGTERM', group: true });
  const stop = () => child.pid !== undefined && sendSignal(child.pid, 'SIGTERM', true);
  signal.addEventListener('abort', stop, { once: true });
  let output = '';
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      target.write(chunk);
      output = (output + chunk.toString('utf8')).slice(-20_000);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (identity !== undefined) unguard(identity.pid);
  signal.throwIfAborted();
  return { code, output };
}

const tool = (...path: string[]) => join(projectRoot, 'node_modules', ...path);

const parts: Record<string, () => Promise<Count>> = {
  async checks() {
    const { code, output } = await show([join(projectRoot, 'sandbox', 'check.ts')]);
    return judge(countFromOutput(output) ?? (code === 0 ? { passed: 1, failed: 0 } : undefined), code);
  },

  async 'unit and database tests'() {
    const report = join(folder, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await show([tool('vitest', 'vitest.mjs'), 'run', ...reporters]);
    return judge(countFromVitest(report), code);
  },

  async build() {
    const build = await buildIfNeeded({
      root: projectRoot,
      actionsKey: undefined,
      fallbackActionsKey: openState(folder).secrets.actionsKey,
      env: environment,
      logFile: join(folder, 'build.log'),
      signal,
    });
    process.stdout.write(build.fresh ? '  built\n' : '  nothing has changed since the last one\n');
    return { passed: 1, failed: 0 };
  },

  async 'browser journeys'() {
    const config = join(projectRoot, 'e2e', 'playwright.config.ts');
    if (!existsSync(config)) throw new Error('e2e/playwright.config.ts is not there.');
    const report = join(folder, 'playwright.json');
    const { code } = await show(
      [tool('playwright', 'cli.js'), 'test', '--config', config, '--reporter=list,json'],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    );
    return judge(countFromPlaywright(report), code);
  },
};

const total: Count = { passed: 0, failed: 0 };
const lines: string[] = [];
try {
  for (const [name, run] of Object.entries(parts)) {
    process.stdout.write(`\n== ${name}\n`);
    const began = Date.now();
    const count = await run().catch((error: unknown): Count => {
      if (signal.aborted) throw error;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    lines.push(`  ${name.padEnd(26)}${seconds.padStart(7)} s   ${count.passed} right, ${count.failed} wrong`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
