import { describe, expect, test } from 'vitest';
import { contrast, oklchToHex } from './colour.ts';
import { inkSetNames, inksOf, tintOf } from './ink-sets.ts';
import { chanceFrom } from './random.ts';
import { platesOf } from './sheet.ts';

describe('oklchToHex', () => {
  // From the sRGB definitions of CSS Color 4.
  test.each([
    [[1, 0, 0], '#ffffff'],
    [[0, 0, 0], '#000000'],
    [[0.62796, 0.25768, 29.234], '#ff0000'],
    [[0.86644, 0.29483, 142.495], '#00ff00'],
    [[0.45201, 0.31321, 264.052], '#0000ff'],
  ] as const)('%j is %s', (colour, hex) => {
    const channels = (text: string) =>
      [1, 3, 5].map((from) => Number.parseInt(text.slice(from, from + 2), 16));
    // Colours on the edge of what sRGB shows may lose a step.
    for (const [i, value] of channels(oklchToHex(colour)).entries()) {
      expect(Math.abs(value - (channels(hex)[i] ?? -100))).toBeLessThanOrEqual(4);
    }
  });
});

describe('ink sets', () => {
  test.each(inkSetNames)('%s: type reads on paper, and plates show on it', (name) => {
    const inks = inksOf(name);
    expect(contrast(inks.ink, inks.paper)).toBeGreaterThanOrEqual(4.5);
    const plates = platesOf(inks, chanceFrom(1));
    expect(plates.at(-1)).toBe(inks.ink);
    expect(plates.length).toBeGreaterThanOrEqual(3);
    expect(plates.some((plate) => plate !== inks.ink && contrast(plate, inks.paper) > 1.5)).toBe(true);
    expect(tintOf(name)).toBeGreaterThanOrEqual(0);
  });
});
