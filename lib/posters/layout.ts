import { drawFacts, drawFactsColumn, factsColumnHeight, factsHeight } from './facts.ts';
import { drawTitle, fitTitle, type TitleStyle } from './fit-title.ts';
import { type Box, rect } from './shapes.ts';
import type { Sheet } from './sheet.ts';

/**
 * Where words stand on a sheet; the picture gets the rest, up to the edges of the paper.
 *
 * - `below`: picture, title, facts
 * - `above`: title, picture, facts
 * - `framed`: facts, picture, title
 * - `beside`: picture, then the title at the left of a column of facts
 * - `hanging`: title and column of facts, then the picture
 */
export type TallPlace = 'below' | 'above' | 'framed' | 'beside' | 'hanging';

/** `left`, `right`: words in a column of that side. `strip`: under the picture. `head`: above it. */
export type WidePlace = 'left' | 'right' | 'strip' | 'head';

export type Layout = TitleStyle & {
  tall: readonly TallPlace[];
  wide: readonly WidePlace[];
  /** Largest size of the title in units of a tall and of a wide sheet. */
  largest: readonly [tall: number, wide: number];
  /** The part of a tall sheet that the title may take. */
  titleShare?: number;
};

/** Sets the words and lets a picture be drawn into what is left. Words never lie on the picture. */
export function compose(sheet: Sheet, layout: Layout, draw: (area: Box) => string): string {
  return sheet.wide ? composeWide(sheet, layout, draw) : composeTall(sheet, layout, draw);
}

/**
 * The picture, with bare paper over whatever of it lies under the words. Covering instead of clipping: a clipped edge
 * lets the lower of several layers shine through as a hairline.
 */
function printed(sheet: Sheet, area: Box, draw: (area: Box) => string): string {
  const { width, height, inks } = sheet;
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const cover = (x: number, y: number, w: number, h: number) =>
    w > 1 && h > 1 ? rect(x, y, w, h, inks.paper) : '';
  return (
    draw(area) +
    cover(0, 0, width, area.y) +
    cover(0, bottom, width, height - bottom) +
    cover(0, area.y, area.x, area.height) +
    cover(right, area.y, width - right, area.height)
  );
}

function composeTall(sheet: Sheet, layout: Layout, draw: (area: Box) => string): string {
  const { width, height, margin, unit, inks } = sheet;
  const place = sheet.chance.pick(layout.tall);
  const column = width - margin * 2;
  const besides = place === 'beside' || place === 'hanging';
  const title = fitTitle(
    sheet.title,
    { ...layout, language: sheet.language },
    {
      width: besides ? column * 0.64 : column,
      height: height * (layout.titleShare ?? 0.2),
      largest: layout.largest[0] * unit,
    },
  );
  const facts = factsHeight(sheet);
  const area = (from: number, to: number): Box => ({ x: 0, y: from, width, height: to - from });
  const titleAt = (y: number) => drawTitle(title, margin, y, inks.ink);
  const words = Math.max(title.height, factsColumnHeight(sheet));
  switch (place) {
    case 'below': {
      const top = height - margin - facts - unit * 3.6 - title.height;
      const picture = printed(sheet, area(0, top - unit * 3.2), draw);
      return picture + titleAt(top) + drawFacts(sheet, margin, height - margin - facts, column);
    }
    case 'above': {
      const picture = printed(
        sheet,
        area(margin + title.height + unit * 3.4, height - margin - facts - unit * 3),
        draw,
      );
      return picture + titleAt(margin) + drawFacts(sheet, margin, height - margin - facts, column);
    }
    case 'framed': {
      const top = height - margin - title.height;
      const picture = printed(sheet, area(margin + facts + unit * 2.4, top - unit * 3.4), draw);
      return picture + titleAt(top) + drawFacts(sheet, margin, margin, column);
    }
    case 'beside': {
      const top = height - margin - words;
      const picture = printed(sheet, area(0, top - unit * 3.6), draw);
      return picture + titleAt(top) + drawFactsColumn(sheet, width - margin, top, column * 0.32);
    }
    case 'hanging': {
      const picture = printed(sheet, area(margin + words + unit * 3.6, height), draw);
      return picture + titleAt(margin) + drawFactsColumn(sheet, width - margin, margin, column * 0.32);
    }
  }
}

/** Longer titles need the height of a column. */
const SHORT_TITLE = 34;

function composeWide(sheet: Sheet, layout: Layout, draw: (area: Box) => string): string {
  const { width, height, margin, unit, inks, chance } = sheet;
  const short = sheet.title.length <= SHORT_TITLE;
  const fitting = layout.wide.filter((place) => short || place === 'left' || place === 'right');
  const place = chance.pick(fitting.length > 0 ? fitting : layout.wide);
  const facts = factsHeight(sheet);
  const largest = layout.largest[1] * unit;
  if (place === 'strip' || place === 'head') {
    const share = short ? 0.36 : 0.46;
    const title = fitTitle(
      sheet.title,
      { ...layout, language: sheet.language },
      {
        width: width * 0.58 - margin,
        height: height * share - margin * 0.9,
        largest,
      },
    );
    const depth = Math.max(title.height, facts) + margin * 1.35;
    const picture: Box = { x: 0, y: place === 'strip' ? 0 : depth, width, height: height - depth };
    const middle = place === 'strip' ? height - depth / 2 : depth / 2;
    return (
      printed(sheet, picture, draw) +
      drawTitle(title, margin, middle - title.height / 2, inks.ink) +
      drawFacts(sheet, width * 0.64, middle - facts / 2 + unit * 0.6, width * 0.36 - margin)
    );
  }
  const share = 0.43;
  const words = {
    x: place === 'left' ? margin : width * (1 - share) + unit * 5,
    width: width * share - margin - unit * 5,
  };
  const picture: Box = { x: place === 'left' ? width * share : 0, y: 0, width: width * (1 - share), height };
  const title = fitTitle(
    sheet.title,
    { ...layout, language: sheet.language },
    {
      width: words.width,
      height: height - margin * 2 - facts - unit * 5,
      largest,
    },
  );
  const first = chance.yes(0.7);
  const titleTop = first ? margin : height - margin - title.height;
  const factsTop = first ? height - margin - facts : margin;
  return (
    printed(sheet, picture, draw) +
    drawTitle(title, words.x, titleTop, inks.ink) +
    drawFacts(sheet, words.x, factsTop, words.width)
  );
}

/** A ground of its own for the picture. */
export const ground = ({ x, y, width, height }: Box, colour: string) => rect(x, y, width, height, colour);
