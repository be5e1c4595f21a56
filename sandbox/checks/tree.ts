import { readdir, readFile } from 'node:fs/promises';
import { type Findings, ROOT } from './run-tool.ts';
import { sourceFiles } from './source-files.ts';

const MOST_LINES = 350;

/** Data rather than code: long because there is much of it. */
const LONG_BY_NATURE = /^(db\/migrations|lib\/i18n\/messages|sandbox\/seed)\//;

const FOLDERS = new Set(['app', 'components', 'lib', 'db', 'emails', 'e2e', 'public', 'sandbox']);

/** The domains of lib. A new one is a decision: add it here and to the layers in .dependency-cruiser.mjs. */
const DOMAINS = new Set([
  'accounts',
  'admission',
  'api',
  'audit',
  'auth',
  'booking',
  'catalog',
  'i18n',
  'jobs',
  'media',
  'notifications',
  'organizers',
  'payments',
  'posters',
  'tickets',
  'transfers',
]);

/** Where things land that nobody named. */
const NAMELESS = /^(utils?|helpers?|misc|common|shared|stuff)$/;

/** What is wrong with the name of one source file. */
export function namingFindings(path: string): Findings {
  const nameless = path
    .split('/')
    .map((part) => part.replace(/\.(test\.)?\w+$/, ''))
    .filter((part) => NAMELESS.test(part));
  return nameless.map((part) => `${path}: "${part}" says nothing about what is in it`);
}

/** What is wrong with the text of one source file. */
export function textFindings(path: string, source: string): Findings {
  const findings: Findings = [];
  const lines = source.replace(/\n$/, '').split('\n');
  if (lines.length > MOST_LINES && !LONG_BY_NATURE.test(path)) {
    findings.push(
      `${path} has ${lines.length} lines: look for the second subject in it (limit ${MOST_LINES})`,
    );
  }
  for (const [index, line] of lines.entries()) {
    const place = `${path}:${index + 1}`;
    const todo = /(?:\/\/|\*).*\b(TODO|FIXME|XXX|HACK)\b(.*)/.exec(line);
    if (todo && !/^: (\S+\s+){3,}\S+/.test(todo[2] ?? '')) {
      findings.push(
        `${place} ${todo[1]} without a reason: write "TODO: what is missing and why it can wait"`,
      );
    }
    if (/\b(test|it|describe)(\.\w+)*\.(only|skip|fixme|todo)\b/.test(line)) {
      findings.push(`${place} leaves a test out`);
    }
    if (/\b(oxlint|eslint)-disable\b(?!.* -- \S+)/.test(line))
      findings.push(`${place} silences a rule without " -- why"`);
    if (/@ts-(ignore|nocheck)\b/.test(line)) findings.push(`${place} silences the compiler`);
    if (/@ts-expect-error\s*($|\*\/)/.test(line))
      findings.push(`${place} expects an error without saying why`);
  }
  return findings;
}

/** Folders that nobody decided on, names that say nothing, files that are too long, tests left out, loose ends. */
export async function checkTree(): Promise<Findings> {
  const findings: Findings = [];
  for (const entry of await readdir(ROOT, { withFileTypes: true })) {
    if (entry.isDirectory() && !/^\.|^(node_modules|dist|test-results|playwright-report)$/.test(entry.name)) {
      if (!FOLDERS.has(entry.name)) findings.push(`${entry.name}/ is not one of the tree's folders`);
    }
  }
  for (const entry of await readdir(`${ROOT}lib`, { withFileTypes: true })) {
    if (entry.isDirectory() && !DOMAINS.has(entry.name))
      findings.push(`lib/${entry.name}/ is not one of lib's domains`);
  }
  for (const path of await sourceFiles(ROOT, /\.(ts|tsx|mjs|cjs|js)$/)) {
    findings.push(...namingFindings(path));
    // This file names what it looks for.
    if (!path.startsWith('sandbox/checks/'))
      findings.push(...textFindings(path, await readFile(ROOT + path, 'utf8')));
  }
  return findings;
}
