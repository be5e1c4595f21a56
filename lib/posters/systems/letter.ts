import { contrast } from '../colour.ts';
import { compose, ground } from '../layout.ts';
import { type Face, outlinesOf } from '../outlines.ts';
import { at } from '../random.ts';
import { type Box, boxShape, clipped, rotated } from '../shapes.ts';
import { apartFrom, type Sheet } from '../sheet.ts';
import { lineWidth, textLine } from '../type.ts';

const ARTICLE = /^(the|an?|le|la|les|l’|der|die|das|ein|eine|el|los|las|o|os|as|il|lo|gli)\s+/i;

/** The two letters a title is drawn with; for scripts without outlines its date stands in. */
function lettersOf(sheet: Sheet, face: Face): [string, string] {
  const { path } = outlinesOf(face);
  const title = sheet.title.replace(ARTICLE, '');
  const known = Array.from(title).filter(
    (letter) => /[\p{L}\p{N}]/u.test(letter) && path[letter.toLocaleUpperCase('en')],
  );
  const digits = Array.from(/\d+/.exec(sheet.facts.date)?.[0] ?? '7');
  const first = known[0]?.toLocaleUpperCase('en') ?? digits[0] ?? '7';
  const word = title
    .split(/[\s,:]+/)
    .slice(1)
    .find((part) => /^\p{L}/u.test(part) && part.length > 3);
  const wanted = word?.charAt(0) ?? known[1] ?? digits[1] ?? '&';
  const other = sheet.chance.yes() ? wanted.toLocaleLowerCase('en') : wanted.toLocaleUpperCase('en');
  return [path[first] ? first : '7', path[other] ? other : '&'];
}

type Letters = { first: string; other: string; face: Face };

/** A letter whose capital height and width fit a box, times `scale`, with its middle there. */
function set(
  letter: string,
  face: Face,
  x: number,
  y: number,
  room: Box,
  scale: number,
  fill: string,
): string {
  const cap = outlinesOf(face).cap / 1000;
  const width = lineWidth(face, letter) / 1000;
  const size = Math.min(room.width / width, room.height / cap) * scale;
  return textLine(letter, x, y + (size * cap) / 2, { face, size, fill, anchor: 0.5 });
}

type Composition = (sheet: Sheet, area: Box, letters: Letters) => string;

const middle = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;

const compositions: Composition[] = [
  // One enormous letter; a second one, printed over it, changes colour where they meet.
  (sheet, area, { first, other, face }) => {
    const { chance, inks } = sheet;
    const [cx, cy] = middle(area);
    const big = (fill: string) => set(first, face, cx, cy, area, 1.14, fill);
    const x = area.x + area.width * chance.pick([0.26, 0.74]);
    const y = area.y + area.height * chance.between(0.52, 0.72);
    const small = (fill: string) => set(other, face, x, y, area, 0.66, fill);
    const main = apartFrom(sheet, inks.paper);
    const second = apartFrom(sheet, inks.paper, main);
    const meeting = [inks.ink, inks.paper, ...sheet.plates].find(
      (ink) => contrast(ink, main) > 1.6 && contrast(ink, second) > 1.6,
    );
    return big(main) + small(second) + clipped(sheet.newId(), big('#000'), small(meeting ?? inks.ink));
  },
  // Printed again and again, out of register.
  (sheet, area, { first, face }) => {
    const [cx, cy] = middle(area);
    const [dx, dy] = [
      area.width * sheet.chance.pick([-0.09, 0.09]),
      area.height * sheet.chance.pick([-0.05, 0.07]),
    ];
    const order = [sheet.inks.ink, ...sheet.plates.slice(0, 2)];
    return order
      .map((ink, i) => set(first, face, cx + dx * (1 - i), cy + dy * (1 - i), area, 0.88, ink))
      .join('');
  },
  // Cut along a line, the halves moved apart.
  (sheet, area, { first, face }) => {
    const [cx, cy] = middle(area);
    const [upper, lower] = [sheet.plates[0] ?? sheet.inks.ink, sheet.inks.ink];
    const shift = area.width * sheet.chance.pick([-0.14, -0.1, 0.1, 0.14]);
    const cut = area.y + area.height * sheet.chance.between(0.42, 0.58);
    const top = { ...area, height: cut - area.y };
    const bottom = { ...area, y: cut, height: area.y + area.height - cut };
    return (
      clipped(sheet.newId(), boxShape(top), set(first, face, cx + shift / 2, cy, area, 1.02, upper)) +
      clipped(sheet.newId(), boxShape(bottom), set(first, face, cx - shift / 2, cy, area, 1.02, lower))
    );
  },
  // On its side, out of a full ground.
  (sheet, area, { first, face }) => {
    const [cx, cy] = middle(area);
    const back = apartFrom(sheet, sheet.inks.paper);
    const turn = sheet.chance.pick([90, -90, 12, -12]);
    const room = Math.abs(turn) === 90 ? { ...area, width: area.height, height: area.width } : area;
    const letter = set(first, face, cx, cy, room, Math.abs(turn) === 90 ? 1.04 : 1.1, sheet.inks.paper);
    return `${ground(area, back)}<g${rotated(turn, cx, cy)}>${letter}</g>`;
  },
  // A chessboard of two letters.
  (sheet, area, { first, other, face }) => {
    const across = sheet.chance.pick([2, 3]);
    const down = Math.max(1, Math.round((area.height / area.width) * across * 0.86));
    const [width, height] = [area.width / across, area.height / down];
    const backs = [sheet.inks.paper, ...sheet.plates.slice(0, 2)];
    let drawn = '';
    for (let j = 0; j < down; j++) {
      for (let i = 0; i < across; i++) {
        const cell: Box = {
          x: area.x + i * width,
          y: area.y + j * height,
          width: width + 0.5,
          height: height + 0.5,
        };
        const back = at(backs, i + j * (across === 3 ? 2 : 1));
        const inner = { ...cell, width: width * 0.8, height: height * 0.8 };
        const letter = (i + j) % 2 === 0 ? first : other;
        const [cx, cy] = middle(cell);
        const ink = contrast(back, sheet.inks.ink) > 2 ? sheet.inks.ink : sheet.inks.paper;
        drawn += ground(cell, back) + set(letter, face, cx, cy, inner, 1, ink);
      }
    }
    return drawn;
  },
  // So near that only a part is left, with a second one whole inside the picture.
  (sheet, area, { first, other, face }) => {
    const back = apartFrom(sheet, sheet.inks.paper);
    const front = apartFrom(sheet, back, sheet.inks.paper);
    // Of a letter of bars alone, so near, nothing is left to be read.
    const round = /[BCDGJOPQRSUΒΟΡΦΘΩБВОРСФЭЮЯ\d&]/.test(first);
    const side = sheet.chance.pick(round ? [0.12, 0.88] : [0.36, 0.64]);
    const y = area.y + area.height * 0.52;
    return (
      ground(area, back) +
      set(
        first,
        face,
        area.x + area.width * side,
        y,
        area,
        round ? 1.75 : 1.1,
        sheet.inks.paper === back ? sheet.inks.ink : sheet.inks.paper,
      ) +
      set(other, face, area.x + area.width * (0.5 + (0.5 - side) * 0.62), y, area, 0.42, front)
    );
  },
  // A column of the same letter, growing downwards.
  (sheet, area, { first, face }) => {
    const count = sheet.wide ? 3 : 4;
    const weights = Array.from({ length: count }, (_, i) => 1 + i * 0.85);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const inks = [...sheet.plates].reverse();
    let y = area.y + area.height * 0.03;
    let drawn = '';
    for (const [i, weight] of weights.entries()) {
      const height = (area.height * 0.94 * weight) / total;
      const letterWidth = lineWidth(face, first) / 1000;
      const size = (height * 0.9) / (outlinesOf(face).cap / 1000);
      const stretch = Math.min(6, (area.width * 0.9) / (letterWidth * size));
      drawn += textLine(first, area.x + area.width / 2, y + height * 0.95, {
        face,
        size,
        fill: at(inks, i),
        anchor: 0.5,
        stretch,
      });
      y += height;
    }
    return drawn;
  },
];

/** Enormous letters of the title, cropped, cut and overprinted. */
export function letter(sheet: Sheet): string {
  const face = sheet.chance.pick<Face>(['serif', 'serif', 'wide', 'condensed', 'normal']);
  const draw = sheet.chance.pick(compositions);
  const [first, other] = lettersOf(sheet, face);
  return compose(
    sheet,
    {
      face: face === 'serif' ? 'serif' : 'normal',
      largest: [9.8, 12],
      titleShare: 0.16,
      tall: ['framed', 'framed', 'below', 'above'],
      wide: ['left', 'right'],
    },
    (area) => draw(sheet, area, { first, other, face }),
  );
}
