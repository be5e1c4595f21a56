import { n } from './shapes.ts';
import type { Sheet } from './sheet.ts';
import { lineWidth, textLine } from './type.ts';

/** The small lines: when, where, what kind. All in one size, on shared baselines. */

/** What a block of facts takes in height, from above its capitals to below its last baseline. */
export const factsHeight = (sheet: Sheet) => sheet.unit * (sheet.wide ? 8 : 6);

const sizeOf = (sheet: Sheet) => sheet.unit * (sheet.wide ? 3.5 : 2.9);

type Fact = { text: string; x: number; y: number; room: number; anchor: 0 | 1 };

const widthOf = (sheet: Sheet, text: string) => (lineWidth('text', text) * sizeOf(sheet)) / 1000;

/** Writes lines in one size: what makes one of them smaller makes all. */
function put(sheet: Sheet, facts: readonly Fact[]): string {
  const written = facts.filter(({ text }) => text !== '');
  const parts = written.map(({ text, room }) => room / Math.max(1, widthOf(sheet, text)));
  const size = sizeOf(sheet) * Math.min(1, ...parts);
  return written
    .map(({ text, x, y, anchor }) =>
      textLine(text, x, y, { face: 'text', size, fill: sheet.inks.ink, anchor, role: 'facts' }),
    )
    .join('');
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
    return put(sheet, [
      { text: when, x, y: first, room: width, anchor: 0 },
      { text: where, x, y: second, room: width, anchor: 0 },
    ]);
  }
  // A place with a long name may use what a short category leaves.
  const aside = Math.min(width * 0.22, widthOf(sheet, facts.category));
  const [left, middle] = [x + width * 0.44, width * 0.53 - aside];
  return put(sheet, [
    { text: facts.weekday, x, y: first, room: width * 0.42, anchor: 0 },
    { text: facts.date, x, y: second, room: width * 0.42, anchor: 0 },
    { text: facts.city || facts.time, x: left, y: first, room: middle, anchor: 0 },
    { text: facts.city === '' ? '' : facts.time, x: left, y: second, room: width * 0.53, anchor: 0 },
    { text: facts.category, x: x + width, y: first, room: width * 0.22, anchor: 1 },
  ]);
}

/** One line with three stops, for wide sheets. */
export function drawFactsLine(sheet: Sheet, x: number, baseline: number, width: number): string {
  const { facts } = sheet;
  const when = [day(sheet), facts.time].filter((part) => part !== '').join(', ');
  return put(sheet, [
    { text: when, x, y: baseline, room: width * 0.5, anchor: 0 },
    { text: facts.city, x: x + width * 0.54, y: baseline, room: width * 0.24, anchor: 0 },
    { text: facts.category, x: x + width, y: baseline, room: width * 0.2, anchor: 1 },
  ]);
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
  const written = lines.filter((text) => text !== '');
  const y = (i: number) => top + size * 0.76 + i * size * 1.16;
  return put(
    sheet,
    written.map((text, i) => ({ text, x: right, y: y(i), room: width, anchor: 1 })),
  );
}

/** The height of the column of facts. */
export const factsColumnHeight = (sheet: Sheet) => Number(n(sizeOf(sheet) * 4.4));
