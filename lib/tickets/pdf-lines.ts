import type { PdfFont } from './pdf-fonts.ts';
import { bidi, type PreparedText } from './pdf-text.ts';

/** A piece that one font draws in one direction, placed on its line. Lengths in multiples of the font's size. */
export type Piece = { text: string; font: PdfFont; x: number };

/** A line as it is drawn, from left to right. */
type Line = { pieces: readonly Piece[]; width: number };

/** A text broken into lines at a size, in points. */
export type Block = {
  text: string;
  lines: readonly { pieces: readonly Piece[]; x: number }[];
  size: number;
  /** From one line to the next. */
  leading: number;
  /** From the top of a line to where its letters stand. */
  baseline: number;
  width: number;
  height: number;
};

export type Room = {
  width: number;
  lines: number;
  /** Points: as large as it should be, and how small before words are broken anywhere. */
  size: number;
  smallest: number;
};

/** Condensed letters need more than their font's space between words, or words run together. In multiples of the size. */
const DISPLAY_WORD_SPACE = 0.075;
/** How much smaller the next try is. */
const SHRINK = 0.95;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Where a line may end: an index after each space and hyphen, and between words of scripts without spaces. */
function breaks(text: string): number[] {
  const found = new Set<number>([text.length]);
  for (const match of text.matchAll(/ |[-–/](?=\p{L})/gu)) found.add(match.index + match[0].length);
  for (const { index, segment } of words.segment(text)) {
    // The last letter is all that is looked at; copying everything before it would take the square of the time.
    const before = text.slice(Math.max(0, index - 2), index);
    const isClosing = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u.test(segment);
    const isOpen = /[\p{Ps}\p{Pi}]$/u.test(before);
    if (index > 0 && SPACELESS.test(before.slice(-1) + segment.slice(0, 1)) && !isClosing && !isOpen) {
      found.add(index);
    }
  }
  return Array.from(found).sort((a, b) => a - b);
}

/** Cuts a visual order of characters into pieces of one font and one level, with the text each draws. */
function piecesOf(prepared: PreparedText, start: number, end: number): { text: string; font: PdfFont }[] {
  const { text, letters, embedding } = prepared;
  const fontAt = new Map<number, PdfFont>();
  for (const letter of letters) {
    if (letter.start < start || letter.start >= end) continue;
    for (let at = 0; at < letter.text.length; at += 1) fontAt.set(letter.start + at, letter.font);
  }
  const found: { font: PdfFont; level: number; from: number; to: number }[] = [];
  for (const index of bidi.getReorderedIndices(text, embedding, start, end - 1)) {
    const font = fontAt.get(index);
    if (!font) continue;
    const level = embedding.levels[index] ?? 0;
    const last = found.at(-1);
    if (last && last.font === font && last.level === level) {
      last.from = Math.min(last.from, index);
      last.to = Math.max(last.to, index);
    } else {
      found.push({ font, level, from: index, to: index });
    }
  }
  return found.flatMap(({ font, level, from, to }) => {
    const logical = text.slice(from, to + 1);
    if (level % 2 === 0) {
      // A piece a word, so that the space after it can be widened.
      const drawn = font.face === 'archivo' ? (logical.match(/[^ ]* ?/g) ?? []).filter(Boolean) : [logical];
      return drawn.map((word) => ({ text: word, font }));
    }
    const mirrored = Array.from(logical, (letter) => bidi.getMirroredCharacter(letter) ?? letter);
    // The shaper turns letters of right-to-left scripts around by itself, but not signs that stand alone.
    const turns = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(logical);
    return [{ text: (turns ? mirrored : mirrored.reverse()).join(''), font }];
  });
}

/** Shapes a stretch of a text, in the order in which it is drawn. */
export function layLine(prepared: PreparedText, start: number, end: number): Line {
  let x = 0;
  const pieces = piecesOf(prepared, start, end).map(({ text, font }): Piece => {
    const piece = { text, font, x };
    x += font.font.layout(text, []).advanceWidth / font.font.unitsPerEm;
    if (font.face === 'archivo' && text.endsWith(' ')) x += DISPLAY_WORD_SPACE;
    return piece;
  });
  return { pieces, width: x };
}

/** What letters take by themselves, in em. */
const advances = new WeakMap<PdfFont, Map<string, number>>();

function advanceOf(font: PdfFont, letter: string): number {
  const known = advances.get(font) ?? new Map<string, number>();
  advances.set(font, known);
  const advance = known.get(letter) ?? font.font.layout(letter, []).advanceWidth / font.font.unitsPerEm;
  known.set(letter, advance);
  return advance;
}

/**
 * How far a text reaches up to each of its indices, in em. Every word is shaped once; within it its letters share what it
 * takes, by what they would take alone. That is good enough to break by, and where it is not the size gives way.
 */
function rulerOf({ text, letters }: PreparedText): number[] {
  const reach = Array.from<number>({ length: text.length + 1 }).fill(0);
  let x = 0;
  for (let from = 0; from < letters.length; ) {
    const font = letters[from]?.font;
    if (!font) break;
    let to = from + 1;
    while (letters[to]?.font === font && letters[to - 1]?.text !== ' ') to += 1;
    const run = letters.slice(from, to);
    const word = run.map((letter) => letter.text).join('');
    const alone = run.reduce((sum, letter) => sum + advanceOf(font, letter.text), 0);
    const shaped = font.font.layout(word, []).advanceWidth / font.font.unitsPerEm;
    const share = alone > 0 ? shaped / alone : 0;
    for (const letter of run) {
      const end = x + advanceOf(font, letter.text) * share;
      reach.fill(end, letter.start + 1, letter.start + letter.text.length + 1);
      x = end;
    }
    if (font.face === 'archivo' && word.endsWith(' ')) {
      x += DISPLAY_WORD_SPACE;
      reach[(run.at(-1)?.start ?? 0) + 1] = x;
    }
    from = to;
  }
  return reach;
}

/** A text, and what is found out about it once however often it is broken. */
type Measured = {
  prepared: PreparedText;
  reach: readonly number[];
  ends: readonly number[];
  /** By index: that after the last letter before it that is no space. */
  trimmed: readonly number[];
};

function measure(prepared: PreparedText): Measured {
  const { text } = prepared;
  const trimmed: number[] = [0];
  for (let at = 1; at <= text.length; at += 1)
    trimmed.push(text[at - 1] === ' ' ? (trimmed[at - 1] ?? 0) : at);
  return { prepared, reach: rulerOf(prepared), ends: breaks(text), trimmed };
}

/** The last of those from `at` on that hold: what is longer is too long as well. */
function lastWhile(
  indices: readonly number[],
  at: number,
  holds: (index: number) => boolean,
): { index: number; next: number } | undefined {
  let next = at;
  while (next < indices.length && holds(indices[next] ?? 0)) next += 1;
  const index = next > at ? indices[next - 1] : undefined;
  return index === undefined ? undefined : { index, next };
}

/**
 * Breaks a text into lines of at most `most` em.
 *
 * @param anywhere whether words too long for a line may be broken; else null says that there is one
 * @returns the first index of each line, and that after its last letter
 */
function breakLines(
  { prepared, reach, ends, trimmed }: Measured,
  most: number,
  anywhere: boolean,
): [start: number, end: number][] | null {
  const { text, letters } = prepared;
  const lines: [number, number][] = [];
  let start = 0;
  let next = 0;
  let letter = 0;
  while (start < text.length) {
    const from = start;
    const fits = (end: number) => (reach[trimmed[end] ?? end] ?? 0) - (reach[from] ?? 0) <= most;
    while (next < ends.length && (ends[next] ?? 0) <= from) next += 1;
    let end = lastWhile(ends, next, fits)?.index;
    if (end === undefined) {
      if (!anywhere) return null;
      while (letter < letters.length && (letters[letter]?.start ?? 0) <= from) letter += 1;
      // At least one letter goes on a line, however narrow it is.
      end = letters[letter]?.start ?? text.length;
      for (let at = letter; at <= letters.length; at += 1) {
        const after = letters[at]?.start ?? text.length;
        if (!fits(after)) break;
        end = after;
      }
    }
    lines.push([start, Math.max(start, trimmed[end] ?? end)]);
    start = end;
  }
  return lines;
}

/**
 * Sets a text into a room: as large as it should be, smaller if it does not fit, its words broken when it is as small
 * as it should get, and smaller still after that. It never leaves the room.
 */
export function fitText(prepared: PreparedText, room: Room): Block {
  const measured = measure(prepared);
  for (let size = room.size; ; size *= SHRINK) {
    const found = breakLines(measured, room.width / size, size < room.smallest);
    if (!found || found.length > room.lines) continue;
    const lines = found.map(([start, end]) => layLine(prepared, start, end));
    const widest = Math.max(0, ...lines.map((line) => line.width));
    return block(prepared, lines, Math.min(size, widest > 0 ? room.width / widest : size));
  }
}

function block(prepared: PreparedText, lines: readonly Line[], size: number): Block {
  const isOwnFace = lines.every((line) => line.pieces.every(({ font }) => font.face === 'archivo'));
  const leading = size * (isOwnFace && prepared.style === 'display' ? 1.03 : 1.32);
  const widest = Math.max(0, ...lines.map((line) => line.width));
  return {
    text: prepared.text,
    lines: lines.map(({ pieces, width }) => ({
      pieces,
      x: prepared.rightToLeft ? (widest - width) * size : 0,
    })),
    size,
    leading,
    // Capitals are about 0.7 of the size in every face here; they stand in the middle of their line.
    baseline: leading / 2 + size * 0.35,
    width: widest * size,
    height: leading * lines.length,
  };
}
