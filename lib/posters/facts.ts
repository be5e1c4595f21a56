import { n } from './shapes.ts';
import type { Sheet } from './sheet.ts';
import { lineWidth, textLine } from './type.ts';

/** The small lines: when, where, what kind. All in one size, on shared baselines. */

/** What a block of facts takes in height, from above its capitals to below its last baseline. */
export const factsHeight = (sheet: Sheet) => sheet.unit * (sheet.wide ? 8 : 6);

const sizeOf = (sheet: Sheet) => sheet.unit * (sheet.wide ? 3.5 : 2.9);

/** Writes a text, smaller when its room demands it. */
function put(sheet: Sheet, text: string, x: number, y: number, room: number, anchor: 0 | 1): string {
  if (text === '') return '';
  const wanted = sizeOf(sheet);
  const width = (lineWidth('text', text) * wanted) / 1000;
  const size = width > room ? (wanted * room) / width : wanted;
  return textLine(text, x, y, { face: 'text', size, fill: sheet.inks.ink, anchor, role: 'facts' });
}

const day = ({ facts }: Sheet) => [facts.weekday, facts.date].filter((part) => part !== '').join(' ');

/** Two lines; three columns on a tall sheet, one on a wide one. `top` is where its capitals begin. */
export function drawFacts(sheet: Sheet, x: number, top: number, width: number): string {
  const { facts, wide } = sheet;
  const size = sizeOf(sheet);
  const first = top + size * 0.76;
  const second = first + size * (wide ? 1.3 : 1.22);
  if (wide) {
    const when = [day(sheet), facts.time].filter((part) => part !== '').join(', ');
    const where = [facts.city, facts.category].filter((part) => part !== '').join(', ');
    return put(sheet, when, x, first, width, 0) + put(sheet, where, x, second, width, 0);
  }
  return (
    put(sheet, facts.weekday, x, first, width * 0.42, 0) +
    put(sheet, facts.date, x, second, width * 0.42, 0) +
    put(sheet, facts.city || facts.time, x + width * 0.44, first, width * 0.32, 0) +
    put(sheet, facts.city === '' ? '' : facts.time, x + width * 0.44, second, width * 0.32, 0) +
    put(sheet, facts.category, x + width, first, width * 0.22, 1)
  );
}

/** One line with three stops, for wide sheets. */
export function drawFactsLine(sheet: Sheet, x: number, baseline: number, width: number): string {
  const { facts } = sheet;
  const when = [day(sheet), facts.time].filter((part) => part !== '').join(', ');
  return (
    put(sheet, when, x, baseline, width * 0.5, 0) +
    put(sheet, facts.city, x + width * 0.54, baseline, width * 0.24, 0) +
    put(sheet, facts.category, x + width, baseline, width * 0.2, 1)
  );
}

/** Four short lines, aligned right. */
export function drawFactsColumn(sheet: Sheet, right: number, top: number, width: number): string {
  const { facts } = sheet;
  const size = sizeOf(sheet);
  const lines = [
    facts.weekday,
    [facts.date, facts.time].filter((part) => part !== '').join(', '),
    facts.city,
    facts.category,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line, i) => put(sheet, line, right, top + size * 0.76 + i * size * 1.16, width, 1))
    .join('');
}

/** The height of the column of facts. */
export const factsColumnHeight = (sheet: Sheet) => Number(n(sizeOf(sheet) * 4.4));
