import { breakTitle, pieceCount } from '../break-title.ts';
import { contrast } from '../colour.ts';
import { drawFacts, drawFactsLine, factsHeight } from '../facts.ts';
import { compose } from '../layout.ts';
import { type Face, outlinesOf } from '../outlines.ts';
import { at } from '../random.ts';
import { type Box, rect } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';
import { canDraw, inCapitals, lineReach, lineWidth, textLine } from '../type.ts';

/** A line of wood type. Heights are those of its capitals, in units of the sheet. */
type WoodLine = { text: string; face: Face; height: number };

type Setting = { lines: WoodLine[]; score: number };

const FACES: Face[] = ['condensed', 'normal', 'wide'];

/** How far a line reaches above its capitals and below its baseline, as parts of their height. */
const rise = (face: Face, text: string) =>
  Math.max(0, lineReach(face, text).above / outlinesOf(face).cap - 1.02);
const fall = (face: Face, text: string) =>
  Math.max(0, lineReach(face, text).below / outlinesOf(face).cap - 0.02);
const whole = (face: Face, text: string) => 1 + rise(face, text) + fall(face, text);

/**
 * Breaks a title so that every line can be set to the full measure, in one of three widths, and all of them together
 * come closest to the height there is.
 */
function setInWood(
  title: string,
  measure: number,
  height: number,
  gap: number,
  most: number,
): WoodLine[] | undefined {
  let best: Setting | undefined;
  for (let count = 1; count <= Math.min(pieceCount(title), most); count++) {
    const texts = breakTitle(title, count, 'normal');
    if (texts.length > most) continue;
    const free = height - gap * (texts.length - 1);
    const tryFaces = (lines: WoodLine[], sum: number) => {
      const text = texts[lines.length];
      if (text === undefined) {
        // Too tall is worse than too short: shortening narrows the lines, and stretching does not widen them.
        const score = sum > free ? (free / sum) ** 2 : sum / free;
        if (!best || score > best.score + 0.02) best = { lines, score };
        return;
      }
      for (const face of FACES) {
        const capitals = (measure / lineWidth(face, text)) * outlinesOf(face).cap;
        tryFaces([...lines, { text, face, height: capitals }], sum + capitals * whole(face, text));
      }
    };
    tryFaces([], 0);
  }
  return best?.lines;
}

type Painted = { colour: string; ground?: string };

/** How the lines are inked: in turn, on bars, on bands from edge to edge, or all alike. */
function painter(sheet: Sheet): { bleed: boolean; paint: (index: number) => Painted } {
  const { chance, inks, plates } = sheet;
  const readable = [inks.ink, ...plates].filter((ink) => contrast(ink, inks.paper) >= 3);
  const colours = [...new Set(readable)];
  const on = (ground: string) => {
    const [first = inks.ink] = [inks.ink, inks.paper, ...plates].sort(
      (a, b) => contrast(b, ground) - contrast(a, ground),
    );
    return [inks.ink, inks.paper].find((ink) => contrast(ink, ground) >= 4.5) ?? first;
  };
  const grounds = [inks.paper, ...plates].filter((ground) => contrast(on(ground), ground) >= 3.2);
  const bars = grounds.filter((ground) => ground !== inks.paper);
  const mode = chance.pick(['turns', 'turns', 'bars', 'bands', 'bands', 'accent'] as const);
  const odd = chance.below(3);
  switch (mode) {
    case 'turns':
      return { bleed: false, paint: (i) => ({ colour: at(colours, i) }) };
    case 'accent':
      return { bleed: false, paint: (i) => ({ colour: i === odd ? at(colours, 1) : inks.ink }) };
    case 'bars': {
      const ground = at(bars, odd);
      return {
        bleed: false,
        paint: (i) => (i % 2 === 1 ? { colour: on(ground), ground } : { colour: inks.ink }),
      };
    }
    case 'bands':
      return {
        bleed: true,
        paint: (i) => ({ colour: on(at(grounds, i + odd)), ground: at(grounds, i + odd) }),
      };
  }
}

/** Bars that get thinner downwards. */
function bars({ chance, plates, unit }: Sheet, { x, y, width, height }: Box): string {
  const count = Math.max(2, Math.min(4 + chance.below(4), Math.floor(height / unit / 4)));
  const step = height / (count - 0.7);
  return Array.from({ length: count }, (_, i) =>
    rect(
      x,
      y + i * step,
      width,
      Math.min(step * (0.86 - (i / count) * 0.66), y + height - (y + i * step)),
      at(plates, i),
    ),
  ).join('');
}

/** A title whose letters nobody cut in wood: set as large as it goes, over bars. */
function withBars(sheet: Sheet): string {
  return compose(
    sheet,
    { face: 'normal', largest: [17, 13], titleShare: 0.5, tall: ['above', 'below'], wide: ['strip', 'left'] },
    (area) => bars(sheet, area),
  );
}

/** Wood type: every line set to the full measure. */
export function stack(sheet: Sheet): string {
  const { width, height, margin, unit, wide, inks } = sheet;
  const title = inCapitals(sheet.title, sheet.language);
  const measure = width - margin * 2;
  const gap = unit * (wide ? 2 : 2.4);
  const footer = wide ? unit * 7.6 : factsHeight(sheet) + unit * 4.4;
  const room = height - margin * 2 - footer;
  const lines = canDraw('normal', title) ? setInWood(title, measure, room, gap, wide ? 4 : 7) : undefined;
  if (!lines) return withBars(sheet);

  const { bleed, paint } = painter(sheet);
  const tall = (line: WoodLine) => line.height * whole(line.face, line.text);
  const sum = lines.reduce((total, line) => total + tall(line), 0);
  const free = room - gap * (lines.length - 1);
  // Drawn wood type stretches to almost twice its height; what is left after that becomes space between the lines.
  const stretched = Math.min(1.9, free / sum);
  const left = Math.max(0, free - sum * stretched);
  // Much of it is filled with bars, as a printer fills a forme.
  const filled = left > room * 0.13;
  const space = gap + (filled ? 0 : left / lines.length);
  let y = margin;
  let grounds = '';
  let letters = '';
  for (const [i, line] of lines.entries()) {
    const { colour, ground } = paint(i);
    const capitals = line.height * stretched;
    const full = tall(line) * stretched;
    if (ground !== undefined) {
      const top = i === 0 && bleed ? 0 : y - space / 2;
      const bottom = y + full + space / 2;
      grounds += bleed
        ? rect(0, top, width, bottom - top + 0.5, ground)
        : rect(margin / 2, top, width - margin, bottom - top, ground);
    }
    const size = capitals / (outlinesOf(line.face).cap / 1000);
    const natural = (lineWidth(line.face, line.text) * size) / 1000;
    const stretch = Math.min(1.3, measure / natural);
    const baseline = y + rise(line.face, line.text) * capitals + capitals;
    letters += textLine(line.text, margin, baseline, {
      face: line.face,
      size,
      fill: colour,
      stretch,
      role: 'title',
    });
    y += full + space;
  }
  if (filled)
    letters += bars(sheet, { x: margin, y: y + gap, width: measure, height: margin + room - y - gap });
  const facts = wide
    ? drawFactsLine(sheet, margin, height - margin, measure)
    : drawFacts(sheet, margin, height - margin - factsHeight(sheet), measure);
  const rule = bleed
    ? ''
    : rect(margin, height - margin - footer + unit * (wide ? 2.2 : 1.8), measure, unit * 0.5, inks.ink);
  return grounds + letters + rule + facts;
}
