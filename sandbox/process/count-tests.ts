import { readFileSync } from 'node:fs';

/** How many tests of a part passed and failed. */
export type Count = { passed: number; failed: number };

/**
 * A part that says it failed but names no failed test has failed all the same, and one that ran nothing too.
 *
 * @param code the exit code of the part's program.
 */
export function judge(counted: Count | undefined, code: number | null): Count {
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}

/** The last line of the form `N passed, N failed` in a program's output. */
export function countFromOutput(output: string): Count | undefined {
  const found = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return found === undefined ? undefined : { passed: Number(found[1]), failed: Number(found[2]) };
}

/** From vitest's JSON report. A file that does not even load holds no test, and counts as a failed one. */
export function countFromVitest(file: string): Count | undefined {
  const report = readReport(file);
  if (!isVitestReport(report)) return undefined;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** From Playwright's JSON report. One that passed at its second try has passed. */
export function countFromPlaywright(file: string): Count | undefined {
  const report = readReport(file);
  if (!isPlaywrightReport(report)) return undefined;
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

function isVitestReport(value: unknown): value is VitestReport {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value;
}

type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number }; errors: unknown[] };

function isPlaywrightReport(value: unknown): value is PlaywrightReport {
  return typeof value === 'object' && value !== null && 'stats' in value && 'errors' in value;
}
