import { type Oklch, oklchToHex } from './colour.ts';

/**
 * Colours as a printer would mix them: `paper` is the stock, `ink` carries the type, `a b c` are plates. `tint` is the
 * hue in degrees that the event's page takes: a plate other than the stock, so that the poster stands off its page.
 */
type InkSet = { tint: number; paper: Oklch; ink: Oklch; a: Oklch; b: Oklch; c: Oklch };

const set = (tint: number, paper: Oklch, ink: Oklch, a: Oklch, b: Oklch, c: Oklch): InkSet => {
  return { tint, paper, ink, a, b, c };
};

// biome-ignore format: a table, a colour a column
const inkSets = {
  vermilion: set(262, [0.945, 0.024, 85], [0.25, 0.075, 265], [0.635, 0.225, 31], [0.48, 0.17, 262], [0.84, 0.145, 82]),
  lagoon: set(50, [0.885, 0.05, 200], [0.27, 0.075, 245], [0.665, 0.2, 36], [0.54, 0.11, 225], [0.96, 0.03, 95]),
  sorbet: set(160, [0.855, 0.085, 12], [0.31, 0.115, 20], [0.6, 0.225, 27], [0.945, 0.05, 80], [0.47, 0.11, 165]),
  marigold: set(258, [0.845, 0.16, 83], [0.25, 0.06, 35], [0.6, 0.21, 32], [0.96, 0.035, 92], [0.42, 0.13, 258]),
  bottle: set(25, [0.33, 0.065, 162], [0.955, 0.035, 95], [0.815, 0.155, 85], [0.73, 0.15, 25], [0.6, 0.115, 165]),
  oxblood: set(70, [0.335, 0.115, 20], [0.95, 0.035, 70], [0.74, 0.17, 48], [0.82, 0.085, 5], [0.55, 0.19, 27]),
  midnight: set(42, [0.27, 0.085, 266], [0.955, 0.03, 92], [0.71, 0.185, 42], [0.62, 0.145, 248], [0.87, 0.12, 86]),
  acid: set(285, [0.925, 0.19, 112], [0.22, 0.04, 275], [0.22, 0.04, 275], [0.66, 0.2, 35], [0.985, 0.02, 110]),
  cobalt: set(95, [0.455, 0.205, 263], [0.965, 0.025, 95], [0.87, 0.155, 95], [0.7, 0.18, 34], [0.72, 0.115, 240]),
  mint: set(264, [0.9, 0.075, 162], [0.31, 0.15, 265], [0.49, 0.2, 264], [0.71, 0.19, 38], [0.72, 0.135, 163]),
  swiss: set(28, [0.95, 0.013, 88], [0.2, 0.012, 60], [0.605, 0.23, 28], [0.2, 0.012, 60], [0.8, 0.02, 85]),
  clay: set(190, [0.83, 0.065, 62], [0.28, 0.06, 38], [0.57, 0.165, 38], [0.955, 0.025, 85], [0.42, 0.065, 190]),
  sky: set(95, [0.83, 0.09, 232], [0.25, 0.07, 262], [0.63, 0.225, 29], [0.97, 0.02, 95], [0.88, 0.155, 95]),
  olive: set(35, [0.47, 0.085, 122], [0.965, 0.03, 100], [0.87, 0.15, 97], [0.31, 0.06, 140], [0.8, 0.115, 35]),
  coal: set(52, [0.225, 0.014, 55], [0.95, 0.025, 88], [0.68, 0.215, 36], [0.87, 0.03, 85], [0.85, 0.155, 88]),
  peach: set(205, [0.915, 0.05, 58], [0.34, 0.14, 266], [0.7, 0.185, 40], [0.58, 0.115, 205], [0.83, 0.1, 12]),
  pink: set(102, [0.715, 0.2, 4], [0.23, 0.07, 15], [0.93, 0.15, 102], [0.97, 0.02, 60], [0.45, 0.18, 20]),
  fern: set(48, [0.93, 0.045, 110], [0.29, 0.065, 155], [0.56, 0.13, 152], [0.73, 0.18, 48], [0.86, 0.12, 105]),
  denim: set(90, [0.38, 0.09, 250], [0.96, 0.025, 90], [0.8, 0.1, 228], [0.72, 0.17, 38], [0.92, 0.06, 90]),
  lilac: set(105, [0.84, 0.075, 302], [0.27, 0.09, 285], [0.5, 0.19, 285], [0.68, 0.2, 38], [0.95, 0.07, 105]),
  tomato: set(88, [0.565, 0.205, 29], [0.985, 0.018, 90], [0.25, 0.06, 20], [0.84, 0.11, 10], [0.88, 0.14, 88]),
} satisfies Record<string, InkSet>;

export type InkSetName = keyof typeof inkSets;

/** The colours of a poster as #rrggbb. */
export type Inks = { paper: string; ink: string; a: string; b: string; c: string };

/** The names of all ink sets. */
export const inkSetNames = Object.keys(inkSets).filter((name): name is InkSetName => name in inkSets);

/** The colours of a set as #rrggbb. */
export function inksOf(name: InkSetName): Inks {
  const { paper, ink, a, b, c } = inkSets[name];
  return {
    paper: oklchToHex(paper),
    ink: oklchToHex(ink),
    a: oklchToHex(a),
    b: oklchToHex(b),
    c: oklchToHex(c),
  };
}

/** The hue in OKLCH degrees that the page of an event printed in this set takes. */
export function tintOf(name: InkSetName): number {
  return inkSets[name].tint;
}
