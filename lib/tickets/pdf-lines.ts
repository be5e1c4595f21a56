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
    const before = text.slice(0, index);
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

function layLine(prepared: PreparedText, start: number, end: number): Line {
  let x = 0;
  const pieces = piecesOf(prepared, start, end).map(({ text, font }): Piece => {
    const piece = { text, font, x };
    x += font.font.layout(text, []).advanceWidth / font.font.unitsPerEm;
    if (font.face === 'archivo' && text.endsWith(' ')) x += DISPLAY_WORD_SPACE;
    return piece;
  });
  return { pieces, width: x };
}

/** The last of those at the beginning that hold: what is longer need not be measured once something is too long. */
function lastWhile(indices: readonly number[], holds: (index: number) => boolean): number | undefined {
  const stop = indices.findIndex((index) => !holds(index));
  return stop === -1 ? indices.at(-1) : indices[stop - 1];
}

/** The index after the last letter of a line that is not a space. */
const trimmed = (text: string, start: number, end: number) => start + text.slice(start, end).trimEnd().length;

/**
 * Breaks a text into lines of at most `most` em.
 *
 * @param anywhere whether words too long for a line may be broken; else null says that there is one
 */
function breakLines(
  prepared: PreparedText,
  most: number,
  anywhere: boolean,
  measure: (start: number, end: number) => Line,
): Line[] | null {
  const { text, letters } = prepared;
  const ends = [...breaks(text)];
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const from = start;
    const fits = (end: number) => measure(from, trimmed(text, from, end)).width <= most;
    let end = lastWhile(
      ends.filter((at) => at > from),
      fits,
    );
    if (end === undefined) {
      if (!anywhere) return null;
      const starts = letters.map((letter) => letter.start).filter((at) => at > from);
      // At least one letter goes on a line, however narrow it is.
      end = lastWhile([...starts, text.length], fits) ?? starts[0] ?? text.length;
    }
    lines.push(measure(start, trimmed(text, start, end)));
    start = end;
  }
  return lines;
}

/**
 * Sets a text into a room: as large as it should be, smaller if it does not fit, its words broken when it is as small
 * as it should get, and smaller still after that. It never leaves the room.
 */
export function fitText(prepared: PreparedText, room: Room): Block {
  const known = new Map<string, Line>();
  const measure = (start: number, end: number) => {
    const key = `${start}-${end}`;
    const line = known.get(key) ?? layLine(prepared, start, end);
    known.set(key, line);
    return line;
  };
  for (let size = room.size; ; size *= SHRINK) {
    const lines = breakLines(prepared, room.width / size, size < room.smallest, measure);
    if (lines && lines.length <= room.lines) return block(prepared, lines, size);
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
