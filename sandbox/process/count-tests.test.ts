import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countFromOutput, countFromPlaywright, countFromVitest, judge } from './count-tests.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(value: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

describe('counting what a part of npm test did', () => {
  it('lets no part pass that failed without naming a test, or that ran none', () => {
    expect(judge({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(judge({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(judge({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
    expect(judge({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(judge(undefined, null)).toEqual({ passed: 0, failed: 1 });
  });

  it('reads the last closing line of an output', () => {
    expect(countFromOutput('1 passed, 0 failed\nmore\n4 passed, 2 failed\n')).toEqual({
      passed: 4,
      failed: 2,
    });
    expect(countFromOutput('all is well')).toBeUndefined();
  });

  it('counts a vitest file that does not load as a failed test', () => {
    const testResults = [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countFromVitest(report({ numPassedTests: 5, numFailedTests: 1, testResults }))).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(countFromVitest(join(folder, 'absent.json'))).toBeUndefined();
  });

  it('counts errors outside any journey', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 1 };
    expect(countFromPlaywright(report({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 2 });
  });
});
