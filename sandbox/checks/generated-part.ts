import { readFile, writeFile } from 'node:fs/promises';
import { type Findings, ROOT } from './run-tool.ts';

/** A part of a README that a program writes, between two comments. */
export type GeneratedPart = {
  /** The README, from the root. */
  file: string;
  start: string;
  end: string;
  /** What stands between the comments, without them. */
  draw: () => Promise<string>;
  /** What to run when it is out of date. */
  command: string;
};

async function drawn({ file, start, end, draw }: GeneratedPart): Promise<{ before: string; after: string }> {
  const before = await readFile(ROOT + file, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`${file} lacks the comments ${start} and ${end}.`);
  return { before, after: `${before.slice(0, from)}${start}\n\n${await draw()}\n\n${before.slice(to)}` };
}

/** Whether the README says what would be written now. */
export async function checkPart(part: GeneratedPart): Promise<Findings> {
  const { before, after } = await drawn(part);
  return before === after ? [] : [`What ${part.file} shows is out of date: run ${part.command}.`];
}

/** With `--write` among the words after the command the part is written, without it only looked at. */
export async function runPart(part: GeneratedPart): Promise<void> {
  if (process.argv.includes('--write')) {
    await writeFile(ROOT + part.file, (await drawn(part)).after);
    return;
  }
  const findings = await checkPart(part);
  for (const finding of findings) console.log(finding);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
