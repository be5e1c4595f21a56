import type { Face } from './outlines.ts';
import { canDraw, lineWidth } from './type.ts';

/** What is longer ends in an ellipsis; the page has the rest. */
const LONGEST_TITLE = 140;

/** Words with more letters may be broken. */
export const LONGEST_WORD = 16;

/** One line of what can be drawn and what XML takes: no controls, no halves of characters, no noncharacters. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{C}\u00ad\u200d]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A title as it can be set: one line of visible characters. Emoji go, unless there is nothing else: a poster is paper
 * and ink, and no two machines draw them alike.
 */
export function cleanTitle(title: string): string {
  const visible = printable(title);
  const plain = printable(
    visible.replace(/(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f/gu, ' '),
  );
  const text = /[\p{L}\p{N}]/u.test(plain) ? plain : visible;
  if (text.length <= LONGEST_TITLE) return text;
  return `${Array.from(text)
    .slice(0, LONGEST_TITLE - 1)
    .join('')
    .replace(/\s\S*$/, '')}…`;
}

/** A part of a title that stays whole. `joint` is what stands before it: a space, nothing, or a hyphen if broken there. */
type Piece = { text: string; joint: 'space' | 'none' | 'hyphen' };

const VOWEL = '[aeiouyäöüáéíóúàèìòùâêîôûåæøőűąęαειουηωάέίόύήώаеиоуыэюяєії]';

/** A consonant, or several that stand for one sound, before a vowel and after another consonant or vowel. */
const SYLLABLE = new RegExp(
  `(?<=\\p{L})(?:sch|ch|ck|ph|th|sh|qu|sz|cz|(?!${VOWEL})\\p{L})(?=${VOWEL})`,
  'giu',
);

/** Breaks a long word before a consonant that begins a syllable, and never near its ends. */
function syllables(word: string): string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest.length > LONGEST_WORD) {
    const length = rest.length;
    const cut = [...rest.matchAll(SYLLABLE)]
      .map(({ index }) => index)
      .filter((index) => index >= 5 && index <= 13 && index <= length - 4)
      .at(-1);
    parts.push(rest.slice(0, cut ?? 12));
    rest = rest.slice(cut ?? 12);
  }
  return [...parts, rest];
}

function pieces(title: string): Piece[] {
  return title.split(' ').flatMap((word) =>
    partsOf(word).map((text, i): Piece => {
      if (i === 0) return { text, joint: 'space' };
      return { text, joint: isUnspaced(word) ? 'none' : 'hyphen' };
    }),
  );
}

/** Scripts that write without spaces between words. */
const isUnspaced = (word: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    word,
  );

function partsOf(word: string): string[] {
  if (isUnspaced(word)) {
    const parts: string[] = [];
    for (const { segment, isWordLike } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(word)) {
      const last = parts.length - 1;
      // Punctuation never begins a line.
      if (isWordLike !== true && parts[last] !== undefined) parts[last] += segment;
      else parts.push(segment);
    }
    return parts;
  }
  if (word.includes('\u00ad')) return word.split('\u00ad').filter((part) => part !== '');
  // Joined letters cannot be cut, and a word of emoji has no syllables.
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}'’]+$/u.test(word) ? syllables(word) : [word];
}

type Line = { text: string; open: Piece['joint'] };

/** Lines no wider than a limit, as a typist would set them. */
function setWithin(list: readonly Piece[], limit: number, widthOf: (text: string) => number): string[] {
  const lines: Line[] = [];
  for (const [i, piece] of list.entries()) {
    const line = lines.at(-1);
    const joined = line ? line.text + (piece.joint === 'space' ? ' ' : '') + piece.text : piece.text;
    // A hyphen may follow where the next piece of the same word does not fit any more.
    const ending = list[i + 1]?.joint === 'hyphen' ? '-' : '';
    if (line && widthOf(joined + ending) <= limit) {
      line.text = joined;
      continue;
    }
    if (line && piece.joint === 'hyphen') line.text += '-';
    lines.push({ text: piece.text, open: piece.joint });
  }
  return lines.map((line) => line.text);
}

/**
 * Breaks a title into at most so many lines, as even as they get: the widest of them is as narrow as possible. Gives
 * more lines when a single piece is wider than that, never fewer words.
 */
export function breakTitle(title: string, count: number, face: Face, tracking = 0): string[] {
  const list = pieces(title);
  const widths = new Map<string, number>();
  const widthOf = (text: string) => {
    const known = widths.get(text) ?? lineWidth(face, text, tracking);
    widths.set(text, known);
    return known;
  };
  let low = Math.max(...list.map((piece) => widthOf(piece.text)));
  let high = widthOf(title) + 1000;
  for (let i = 0; i < 16; i++) {
    const middle = (low + high) / 2;
    if (setWithin(list, middle, widthOf).length <= count) high = middle;
    else low = middle;
  }
  return setWithin(list, high, widthOf);
}

/** How many lines are worth trying. */
export const pieceCount = (title: string) => pieces(title).length;

/** The face itself, or a sans when it lacks a letter that the sans has. */
export function faceFor(face: Face, title: string): Face {
  return face === 'serif' && !canDraw(face, title) ? 'normal' : face;
}
