import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright';
import { chromiumLaunch } from './browser.ts';
import { findFreePort } from './process/free-port.ts';
import { printProgress } from './process/progress.ts';
import { startTestSandbox } from './process/start-test-sandbox.ts';
import { onStopRequest } from './process/stop-signal.ts';

// npm run lighthouse: what Lighthouse says of home, list and event on its phone, with the demo's programme in the
// production build. The median of five runs; ends with 1 when it is less than it has to be. Not part of npm test,
// because it takes minutes and wants the machine for itself.

const paths = ['/', '/events', '/events/salt-and-static'];
const RUNS = 5;
const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const categories = Object.keys(least) as (keyof typeof least)[];

const signal = onStopRequest();
const write = (line: string) => process.stdout.write(`${line}\n`);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const sandbox = await printProgress(write)('Sandbox', () => startTestSandbox({ webProcesses: 1 }));
try {
  const port = await findFreePort();
  const launch = await chromiumLaunch();
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch.args ?? []), `--remote-debugging-port=${port}`],
  });
  let short = 0;
  for (const path of paths) {
    const runs: Result[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      signal.throwIfAborted();
      const answer = await lighthouse(new URL(path, sandbox.appUrl).href, {
        port,
        logLevel: 'error',
        output: 'json',
        onlyCategories: categories,
      });
      if (!answer) throw new Error(`Lighthouse said nothing of ${path}.`);
      runs.push(answer.lhr);
    }
    write(path);
    for (const name of categories) {
      const score = median(runs.map((run) => Math.round((run.categories[name]?.score ?? 0) * 100)));
      const enough = score >= least[name];
      if (!enough) short += 1;
      write(`  ${name.padEnd(16)}${String(score).padStart(4)}   ${enough ? '' : `short of ${least[name]}`}`);
      if (!enough) for (const finding of findingsOf(runs, name)) write(`    ${finding}`);
    }
    for (const audit of ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']) {
      const value = median(runs.map((run) => run.audits[audit]?.numericValue ?? Number.NaN));
      write(`  ${audit.padEnd(26)}${value.toFixed(audit === 'cumulative-layout-shift' ? 3 : 0).padStart(8)}`);
    }
  }
  await browser.close();
  process.exitCode = short === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await sandbox.stop();
}

/** The audits of a category that found something in any run. */
function findingsOf(runs: readonly Result[], category: string): string[] {
  const found = runs.flatMap((run) =>
    (run.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = run.audits[id];
      const score = audit?.score ?? 1;
      return weight > 0 && score < 0.9
        ? [`${id}: ${audit?.title} ${audit?.displayValue ?? audit?.explanation ?? ''}`]
        : [];
    }),
  );
  return [...new Set(found)];
}
