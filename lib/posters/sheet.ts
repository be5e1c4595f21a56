import { contrast } from './colour.ts';
import type { Inks } from './ink-sets.ts';
import type { Chance } from './random.ts';

/** 4:5 for pages, mails and tickets (1000 × 1250), or Open Graph (1200 × 630). */
export type Ratio = '4:5' | 'og';

/** What stands small on the sheet, already in words. Parts may be empty. */
export type Facts = { weekday: string; date: string; time: string; city: string; category: string };

/** A sheet of paper before it is printed, with all a graphic system may use. */
export type Sheet = {
  wide: boolean;
  width: number;
  height: number;
  /** What sizes are counted in: a hundredth of the width, less on a wide sheet. */
  unit: number;
  margin: number;
  inks: Inks;
  /** The plates that show on the paper, each colour once, in this poster's own order; the ink is the last. */
  plates: readonly string[];
  chance: Chance;
  category: string;
  title: string;
  /** BCP 47; capitals follow its rules. */
  language: string;
  facts: Facts;
  /** A new id that no other poster has. */
  newId: () => string;
};

export const SIZES: Record<Ratio, { width: number; height: number; unit: number; margin: number }> = {
  '4:5': { width: 1000, height: 1250, unit: 10, margin: 54 },
  og: { width: 1200, height: 630, unit: 7.6, margin: 50 },
};

/** The plates of a set that can be told from its paper, shuffled, with the ink at the end. */
export function platesOf(inks: Inks, chance: Chance): string[] {
  const colours = chance.shuffled([inks.a, inks.b, inks.c]);
  const distinct = [...new Set([...colours, inks.ink])].filter((colour) => colour !== inks.ink);
  return [...distinct.filter((colour) => contrast(colour, inks.paper) > 1.12), inks.ink];
}

/** A colour that can be told from what lies around it: a plate, else the ink, else the paper. */
export function apartFrom(sheet: Sheet, ...around: string[]): string {
  const { plates, inks } = sheet;
  const told = (colour: string, by: number) => around.every((other) => contrast(colour, other) > by);
  const candidates = [...plates, inks.paper];
  return (
    candidates.find((colour) => told(colour, 1.5)) ??
    candidates.find((colour) => told(colour, 1.15)) ??
    inks.ink
  );
}
