/**
 * Directions of import and cycles: the rules of `.dependency-cruiser.mjs`, on the tree and on a fixture in which each
 * rule is broken once. `node sandbox/checks/imports.ts` prints what it finds and exits 1.
 */
import { readFile } from 'node:fs/promises';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IOptions } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { type Findings, ROOT } from './run-tool.ts';

const FIXTURE = `${ROOT}sandbox/checks/fixtures/bad-imports`;

const rules = config.forbidden as IForbiddenRuleType[];

async function violations(baseDir: string): Promise<{ found: string[]; seen: ICruiseResult['summary'] }> {
  const { output } = await cruise(['.'], {
    ...(config.options as Partial<IOptions>),
    ruleSet: { forbidden: rules },
    validate: true,
    baseDir,
  });
  if (typeof output === 'string') throw new Error('The cruiser answered with text instead of its result.');
  const found = output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to.replace(/^(\.\.\/)+(?=node_modules\/)/, '')}`,
  );
  return { found: [...new Set(found)].sort(), seen: output.summary };
}

/** A cruiser that cannot read TypeScript reports nothing and looks content: so the fixture must fail exactly as told. */
async function proveThatRulesFail(): Promise<Findings> {
  const text = await readFile(`${FIXTURE}/expected-violations.txt`, 'utf8');
  const expected = text.split('\n').filter(Boolean).sort();
  const { found } = await violations(FIXTURE);
  const untried = rules.filter((rule) => !found.some((line) => line.startsWith(`${rule.name}:`)));
  return [
    ...expected.filter((line) => !found.includes(line)).map((line) => `fixture: not reported: ${line}`),
    ...found.filter((line) => !expected.includes(line)).map((line) => `fixture: not expected: ${line}`),
    ...untried.map((rule) => `fixture: no file breaks the rule ${rule.name}`),
  ];
}

/** Every import of the tree that goes the wrong way, and every rule that could not be made to fail. */
export async function checkImports(): Promise<Findings> {
  const { found, seen } = await violations(ROOT);
  const blind =
    seen.totalDependenciesCruised === undefined || seen.totalDependenciesCruised < seen.totalCruised / 2;
  return [
    ...found,
    ...(blind ? [`only ${seen.totalDependenciesCruised} imports seen in ${seen.totalCruised} files`] : []),
    ...(await proveThatRulesFail()),
  ];
}

if (import.meta.main) {
  const findings = await checkImports();
  for (const finding of findings) console.log(finding);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
