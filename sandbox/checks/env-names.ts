import { readFile } from 'node:fs/promises';
import { type Findings, ROOT } from './run-tool.ts';

/** Set by whoever starts the process, never in a file. */
const NOT_IN_EXAMPLE = new Set(['NODE_ENV']);

/** Names that the application never sees, with the program that reads each. */
const PROGRAM_NAMES: Record<string, string> = {
  DATABASE_OWNER_URL: 'migrations and seed',
  DATABASE_READONLY_URL: 'npm run db:studio',
};

/** The names that the schema in lib/env.ts asks for. */
export function namesInSchema(source: string): string[] {
  return [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map((match) => match[1] ?? '');
}

/** The names that an example file sets, commented out ones included. */
export function namesInExample(text: string): string[] {
  return [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? '');
}

/** What stands in one of the two and not in the other, or twice. */
export function compareNames(schema: string[], example: string[]): Findings {
  const wanted = [...schema.filter((name) => !NOT_IN_EXAMPLE.has(name)), ...Object.keys(PROGRAM_NAMES)];
  return [
    ...(schema.length === 0 ? ['lib/env.ts: no name found, this check no longer understands the file'] : []),
    ...wanted.filter((name) => !example.includes(name)).map((name) => `.env.example lacks ${name}`),
    ...example
      .filter((name) => !wanted.includes(name))
      .map((name) => `.env.example has ${name}, which lib/env.ts does not read`),
    ...example
      .filter((name, index) => example.indexOf(name) !== index)
      .map((name) => `.env.example has ${name} twice`),
  ];
}

/** Every name that lib/env.ts reads stands in .env.example, and the other way round. */
export async function checkEnvNames(): Promise<Findings> {
  const [source, example] = await Promise.all([
    readFile(`${ROOT}lib/env.ts`, 'utf8'),
    readFile(`${ROOT}.env.example`, 'utf8'),
  ]);
  return compareNames(namesInSchema(source), namesInExample(example));
}
