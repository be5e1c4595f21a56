import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** language → full key (`namespace.path.to.key`) → text */
export type Catalogues = Map<string, Map<string, string>>;

function flatten(value: unknown, key: string, into: Map<string, string>, findings: string[]): void {
  if (typeof value === 'string') {
    into.set(key, value);
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, child] of Object.entries(value)) flatten(child, `${key}.${name}`, into, findings);
  } else {
    findings.push(`${key} is neither a sentence nor a group of them`);
  }
}

/** Reads `<folder>/<language>/<namespace>.json`. */
export async function readCatalogues(
  folder: string,
): Promise<{ catalogues: Catalogues; findings: string[] }> {
  const catalogues: Catalogues = new Map();
  const findings: string[] = [];
  for (const language of (await readdir(folder)).sort()) {
    const texts = new Map<string, string>();
    for (const file of (await readdir(join(folder, language))).sort()) {
      if (!file.endsWith('.json')) continue;
      const content: unknown = JSON.parse(await readFile(join(folder, language, file), 'utf8'));
      if (typeof content === 'object' && content !== null && Object.keys(content).length > 0) {
        flatten(content, file.slice(0, -'.json'.length), texts, findings);
      }
    }
    catalogues.set(language, texts);
  }
  return { catalogues, findings };
}

const KINDS: Partial<Record<TYPE, string>> = {
  [TYPE.argument]: 'value',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.plural]: 'plural',
  [TYPE.tag]: 'tag',
};

function collect(elements: MessageFormatElement[], into: Set<string>): void {
  for (const element of elements) {
    const kind = KINDS[element.type];
    if (kind && 'value' in element) {
      // Languages differ in their plural forms, never in what a select chooses between.
      const choices =
        element.type === TYPE.select ? ` (${Object.keys(element.options).sort().join(', ')})` : '';
      into.add(`${element.value} as ${kind}${choices}`);
    }
    if (element.type === TYPE.tag) collect(element.children, into);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) collect(option.value, into);
    }
  }
}

/**
 * What a message wants filled in, such as `count as plural`, sorted.
 *
 * @throws SyntaxError when the text is no ICU message.
 */
export function messageArguments(text: string): string[] {
  const found = new Set<string>();
  collect(parse(text), found);
  return [...found].sort();
}

/** Keys that a language lacks, texts that are empty or no ICU messages, arguments that differ between languages. */
export function compareCatalogues(catalogues: Catalogues): string[] {
  const findings: string[] = [];
  const keys = new Set([...catalogues.values()].flatMap((texts) => [...texts.keys()]));
  for (const key of [...keys].sort()) {
    const wanted = new Map<string, string[]>();
    for (const [language, texts] of catalogues) {
      const text = texts.get(key);
      if (text === undefined) {
        findings.push(`${key} is missing in ${language}`);
      } else if (text.trim() === '') {
        findings.push(`${key} is empty in ${language}`);
      } else {
        try {
          const names = messageArguments(text).join(', ') || 'nothing';
          wanted.set(names, [...(wanted.get(names) ?? []), language]);
        } catch (error) {
          findings.push(
            `${key} is no ICU message in ${language}: ${error instanceof Error ? error.message : 'unreadable'}`,
          );
        }
      }
    }
    if (wanted.size > 1) {
      const each = [...wanted].map(([names, languages]) => `${languages.join(', ')}: ${names}`);
      findings.push(`${key} wants different arguments (${each.join('; ')})`);
    }
  }
  return findings;
}
