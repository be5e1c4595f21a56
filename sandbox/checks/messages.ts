/**
 * The message catalogues: every key in every language, with the same arguments; none unused, none missing. Runs on the
 * tree, and on a fixture in which each of these is broken once. `node sandbox/checks/messages.ts` prints what it finds.
 */
import { readFile } from 'node:fs/promises';
import { errorStatus } from '../../lib/errors.ts';
import { messageUses } from './message-uses.ts';
import { compareCatalogues, readCatalogues } from './read-catalogues.ts';
import { type Findings, ROOT } from './run-tool.ts';
import { sourceFiles } from './source-files.ts';

const FIXTURE = `${ROOT}sandbox/checks/fixtures/bad-messages/`;

/** Holds keys with `pattern`, which is a full key or ends in `.*`. */
const covers = (pattern: string, key: string) =>
  pattern.endsWith('.*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

async function findingsIn(root: string): Promise<{ findings: Findings; keys: Set<string> }> {
  const { catalogues, findings } = await readCatalogues(`${root}lib/i18n/messages`);
  findings.push(...compareCatalogues(catalogues));
  const keys = new Set([...catalogues.values()].flatMap((texts) => [...texts.keys()]));
  const used = new Set<string>();
  for (const file of await sourceFiles(root, /\.tsx?$/)) {
    // Stand-ins and programs speak English only; tests and journeys look at what the application shows.
    if (/^(sandbox|e2e)\/|\.test\.tsx?$|\.d\.ts$/.test(file)) continue;
    const source = await readFile(root + file, 'utf8');
    if (!/[Tt]ransl|messages:/.test(source)) continue;
    const uses = await messageUses(source);
    for (const key of uses.keys) {
      used.add(key);
      if (!keys.has(key) && ![...keys].some((known) => known.startsWith(`${key}.`))) {
        findings.push(`${file} uses ${key}, which no catalogue has`);
      }
    }
    for (const pattern of [...uses.declared, ...uses.groups]) {
      used.add(pattern);
      if (![...keys].some((key) => covers(pattern, key))) {
        findings.push(`${file} means ${pattern}, which no catalogue has`);
      }
    }
    for (const namespace of new Set(uses.dynamic)) {
      if (![...uses.declared].some((pattern) => namespace === '' || pattern.startsWith(`${namespace}.`))) {
        const example = `// messages: ${namespace || '<namespace>'}.*`;
        findings.push(
          `${file} puts a key of "${namespace}" together: declare which with a comment ${example}`,
        );
      }
    }
  }
  for (const key of [...keys].sort()) {
    if (![...used].some((entry) => covers(entry, key) || key.startsWith(`${entry}.`))) {
      findings.push(`${key} is used nowhere`);
    }
  }
  return { findings: findings.sort(), keys };
}

/** Whatever `DomainError` can say has its words, and no words are left for codes that are gone. */
function compareErrorCodes(keys: Set<string>): Findings {
  const codes = new Set(Object.keys(errorStatus));
  const worded = new Set(
    [...keys].filter((key) => key.startsWith('errors.')).map((key) => key.split('.')[1] ?? ''),
  );
  return [
    ...[...codes]
      .filter((code) => !worded.has(code))
      .map((code) => `errors.${code} is missing: lib/errors.ts has it`),
    ...[...worded]
      .filter((code) => !codes.has(code))
      .map((code) => `errors.${code} is no code of lib/errors.ts`),
  ];
}

/** Everything wrong with the catalogues, and everything that this check fails to see in its fixture. */
export async function checkMessages(): Promise<Findings> {
  const { findings, keys } = await findingsIn(ROOT);
  const expected = (await readFile(`${FIXTURE}expected-findings.txt`, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .sort();
  const proof = (await findingsIn(FIXTURE)).findings;
  return [
    ...findings,
    ...compareErrorCodes(keys),
    ...expected.filter((line) => !proof.includes(line)).map((line) => `fixture: not reported: ${line}`),
    ...proof.filter((line) => !expected.includes(line)).map((line) => `fixture: not expected: ${line}`),
  ];
}

if (import.meta.main) {
  const findings = await checkMessages();
  for (const finding of findings) console.log(finding);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
