import anyAscii from 'any-ascii';
import bidiFactory, { type EmbeddingLevels } from 'bidi-js';
import { covers, type FaceName, fontFor, type Instance, type PdfFont } from './pdf-fonts.ts';

/** Display is for titles and numerals, text for sentences, strong for names. */
export type TextStyle = 'display' | 'strong' | 'text';

/** A letter with its marks, where it begins in the text, and the font that draws it. */
type Letter = { text: string; start: number; font: PdfFont };

/** A text whose every letter has a font, with its directions resolved (Unicode Standard Annex 9). */
export type PreparedText = {
  text: string;
  style: TextStyle;
  letters: readonly Letter[];
  embedding: EmbeddingLevels;
  /** Whether it begins at the right. */
  rightToLeft: boolean;
};

export const bidi = bidiFactory();

const STYLES: Record<TextStyle, Instance & { faces: readonly FaceName[] }> = {
  display: { weight: 780, width: 74, faces: ['archivo'] },
  strong: { weight: 650, width: 100, faces: ['hanken-grotesk'] },
  text: { weight: 450, width: 100, faces: ['hanken-grotesk'] },
};

const OTHER_SCRIPTS: readonly FaceName[] = [
  'noto-sans',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-thai',
];

/**
 * Chinese, Japanese and Korean write the same characters differently. Kana and hangul tell which is meant; where
 * there is neither, the texts around it do.
 */
function eastAsianFaces(text: string, context: string): readonly FaceName[] {
  for (const sample of [text, context]) {
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) {
      return ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'];
    }
    if (/\p{Script=Hangul}/u.test(sample)) return ['noto-sans-kr', 'noto-sans-sc', 'noto-sans-jp'];
  }
  return ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'];
}

/** Pictures as one sees them in messages. A ticket is black on white, and no font of ours has them. */
const PICTURES =
  /(?:\p{RI}\p{RI}|\p{Emoji_Presentation}|\p{Emoji}\uFE0F)(?:\p{EMod}|\u200D|\uFE0F|\u20E3|\p{Emoji_Presentation}|[♀♂⚕⚖✈❤]|[\u{E0020}-\u{E007F}])*/gu;

/**
 * One line, composed letters, nothing that cannot be drawn. Direction marks stay out too: they would let a name turn
 * the rest of a line around.
 */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      // A sign that is dressed up as a picture is still a sign.
      .replaceAll(/([\d#*©®™])\uFE0F?\u20E3?/gu, '$1')
      .replace(PICTURES, '')
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replaceAll(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
      .replaceAll(/ {2,}/g, ' ')
      .trim()
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands for a text of which nothing can be drawn, such as a name of emoji alone. */
const NOTHING = '–';

/**
 * Finds a font for each letter of a text. What no font has is written in Latin letters, and what cannot be is left
 * out.
 *
 * @param context other texts of the same page, to tell Chinese from Japanese
 */
export async function prepareText(source: string, style: TextStyle, context = ''): Promise<PreparedText> {
  const tidied = tidy(source);
  const { faces: own, ...instance } = STYLES[style];
  const faces = [...own, ...OTHER_SCRIPTS, ...eastAsianFaces(tidied, context)];
  const letters: Letter[] = [];
  let text = '';
  const add = async (letter: string): Promise<boolean> => {
    const previous = letters.at(-1)?.font;
    // Spaces and signs belong to the script they stand in, so that it is shaped in one piece.
    const follows = previous && /^\p{Script=Common}+$/u.test(letter) && covers(previous, letter);
    const font = follows ? previous : await fontFor(letter, faces, instance);
    if (!font) return false;
    letters.push({ text: letter, start: text.length, font });
    text += letter;
    return true;
  };
  for (const { segment } of graphemes.segment(tidied)) {
    if (await add(segment)) continue;
    for (const { segment: plain } of graphemes.segment(anyAscii(segment))) await add(plain);
  }
  if (text.trim() === '' && source.trim() !== '') await add(NOTHING);
  const embedding = bidi.getEmbeddingLevels(text);
  const base = embedding.paragraphs[0]?.level ?? 0;
  return { text, style, letters, embedding, rightToLeft: base % 2 === 1 };
}
