import danish from 'hyphen/da/index.js';
import german from 'hyphen/de/index.js';
import english from 'hyphen/en-gb/index.js';
import spanish from 'hyphen/es/index.js';
import finnish from 'hyphen/fi/index.js';
import french from 'hyphen/fr/index.js';
import italian from 'hyphen/it/index.js';
import dutch from 'hyphen/nl/index.js';
import polish from 'hyphen/pl/index.js';
import portuguese from 'hyphen/pt/index.js';
import swedish from 'hyphen/sv/index.js';

type Dictionary = typeof german;

const dictionaries: Record<string, Dictionary | undefined> = {
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  sv: swedish,
};

const SOFT_HYPHEN = '\u00ad';

const VOWEL = /[aeiouyäöüáéíóúàèìòùâêîôûåæøőűãõąęëï]/i;

/** What stays whole at either end of a word. */
const FIRST = 4;
const LAST = 4;

/** Where a dictionary lets a word be broken. */
function joints(word: string, { hyphenateSync }: Dictionary): number[] {
  const found: number[] = [];
  let at = 0;
  for (const part of hyphenateSync(word, { hyphenChar: SOFT_HYPHEN, minWordLength: 5 }).split(SOFT_HYPHEN)) {
    // Patterns now and then cut off consonants that are no syllable.
    if (at >= FIRST && at <= word.length - LAST && VOWEL.test(part)) found.push(at);
    at += part.length;
  }
  return found;
}

/**
 * How badly a joint reads. Within a word a syllable begins with a consonant, so one that begins with a vowel after a
 * consonant is where two words were put together: the best place there is.
 */
function badness(word: string, at: number): number {
  const [before = '', after = ''] = [word[at - 1]?.toLowerCase(), word[at]?.toLowerCase()];
  if (before === after) return 6;
  if (VOWEL.test(before)) return 4;
  return VOWEL.test(after) ? 0 : 2;
}

function breakWord(word: string, longest: number, dictionary: Dictionary): string {
  if (word.length <= longest || word.includes(SOFT_HYPHEN)) return word;
  const allowed = joints(word, dictionary);
  const count = Math.ceil(word.length / (longest * 0.82));
  const parts: string[] = [];
  let from = 0;
  for (let i = 1; i < count; i += 1) {
    const wanted = (word.length * i) / count;
    const cost = (at: number) => badness(word, at) + Math.abs(at - wanted) * 0.8;
    const [best] = allowed.filter((at) => at >= from + FIRST).sort((a, b) => cost(a) - cost(b));
    if (best === undefined) break;
    parts.push(word.slice(from, best));
    from = best;
  }
  return [...parts, word.slice(from)].join(SOFT_HYPHEN);
}

/**
 * A title with soft hyphens in words longer than that many letters, where its language lets them be broken and, as far as
 * can be told, where words were put together. Worked out here, because few browsers have a dictionary of their own. Words
 * that bring their own soft hyphens keep them, and a language without a dictionary is left alone.
 */
export function softHyphens(title: string, language: string, longest = 13): string {
  const dictionary = dictionaries[language.toLowerCase().split('-')[0] ?? ''];
  if (!dictionary) return title;
  return title.replaceAll(/[\p{Script=Latin}\p{M}\u00ad]+/gu, (word) => breakWord(word, longest, dictionary));
}
