import anyAscii from 'any-ascii';
import { newReference } from '../reference.ts';

/** Letters that German readers expect as two; everywhere else the dots or the ring are simply dropped. */
const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

const MOST = 72;

/**
 * Writes a name as the end of an address: "Žižek & die Bäcker" is `zizek-and-die-baecker` in German. Every script is
 * transliterated; what leaves nothing at all (a title of emoji, say) becomes `fallback`.
 *
 * @param language BCP 47 tag of the name
 */
export function slugOf(name: string, language: string, fallback: string): string {
  const composed = name.normalize('NFC').replaceAll(/['’]/g, '').replaceAll('&', ' and ');
  const spelled = language.startsWith('de')
    ? composed.replaceAll(/[äöüÄÖÜ]/g, (letter) => german[letter] ?? letter)
    : composed;
  const words = anyAscii(spelled)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (words.length <= MOST) return words || fallback;
  // Cut between words where there is a place to cut.
  const cut = words.slice(0, MOST + 1);
  return cut.slice(0, cut.lastIndexOf('-') > MOST / 2 ? cut.lastIndexOf('-') : MOST);
}

/**
 * The addresses to try for a name, best first: `salt`, `salt-2` … `salt-9`, then with letters at random until one is
 * free. Whoever inserts leaves the decision to the unique key (`on conflict do nothing`), so that two who want the
 * same one at the same moment both get one.
 */
export function* slugCandidates(base: string): Generator<string, never> {
  yield base;
  for (let number = 2; number <= 9; number += 1) yield `${base}-${number}`;
  for (;;) yield `${base}-${newReference().slice(0, 5).toLowerCase()}`;
}
