import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * Contrast of every pair of tokens that text, marks or frames are drawn with, in both schemes and for every tint.
 * WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows where a control is (1.4.11).
 */

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colour = String.raw`oklch\([^()]*(?:var\(--hue\))?\s*\)`;

/** What tokens.css says of each colour, light and dark; an island that ignores the scheme has the same twice. */
const tokens = new Map<string, Record<Scheme, string>>([
  ...Array.from(
    css.matchAll(new RegExp(`--([\\w-]+):\\s*light-dark\\(\\s*(${colour})\\s*,\\s*(${colour})\\s*\\)`, 'g')),
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
  ...Array.from(
    css.matchAll(new RegExp(`--([\\w-]+):\\s*(${colour})\\s*;`, 'g')),
    ([, name = '', both = '']) => [name, { light: both, dark: both }] as const,
  ),
]);

/** Linear light of an OKLCH colour, as Björn Ottosson defines the space: https://bottosson.github.io/posts/oklab/ */
function toLinearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Relative luminance. A channel that a screen cannot show is cut off, as browsers do. */
function luminance(name: string, scheme: Scheme, hue: number): number {
  const value = tokens.get(name)?.[scheme];
  if (value === undefined) throw new Error(`tokens.css has no colour --${name}.`);
  const numbers = value
    .replace('var(--hue)', String(hue))
    .match(/-?\d+(\.\d+)?/g)
    ?.map(Number);
  const [lightness = Number.NaN, chroma = Number.NaN, angle = Number.NaN] = numbers ?? [];
  const shown = (channel: number) => Math.min(1, Math.max(0, channel));
  const [red, green, blue] = toLinearRgb(lightness, chroma, angle);
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue);
}

function contrast(front: string, back: string, scheme: Scheme, hue = 0): number {
  const [darker = 0, lighter = 0] = [luminance(front, scheme, hue), luminance(back, scheme, hue)].sort(
    (one, other) => one - other,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

const text = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-hover', 'ok', 'warn', 'bad'];

/** Text in front, what it stands on behind it. */
const words: Record<string, readonly string[]> = {
  paper: [...text, 'tint-ink', 'tint-ink-2'],
  'paper-2': text,
  field: ['ink', 'ink-2', 'ink-3', 'accent', 'bad'],
  accent: ['on-accent'],
  'accent-hover': ['on-accent'],
  'accent-wash': ['ink', 'ink-2', 'accent'],
  'ok-wash': ['ink', 'ink-2', 'ok'],
  'warn-wash': ['ink', 'ink-2', 'warn'],
  'bad-wash': ['ink', 'ink-2', 'bad'],
  bad: ['paper'],
  ink: ['paper'],
  white: ['black'],
  'door-ground': ['door-ink', 'door-ink-2'],
  'door-view': ['door-ink', 'door-ink-2'],
  'door-ink': ['door-ground'],
  'door-ok': ['on-door'],
  'door-bad': ['on-door'],
  'door-none': ['on-door'],
  'door-warn': ['on-door-warn'],
  'on-door': ['black'],
  'on-door-warn': ['on-door'],
  'tint-wash': [...text, 'tint-ink', 'tint-ink-2'],
  'tint-field': ['ink', 'ink-2', 'tint-ink', 'tint-ink-2'],
  'tint-ink': ['tint-field', 'tint-wash'],
};

/** What shows where a control or the focus is. */
const frames: Record<string, readonly string[]> = {
  paper: ['field-line', 'accent', 'focus', 'bad', 'rule', 'ink'],
  'paper-2': ['field-line', 'focus'],
  field: ['field-line', 'focus', 'bad'],
  'tint-wash': ['field-line', 'focus', 'tint-ink'],
  'tint-field': ['focus', 'tint-ink'],
};

/** Tokens that separate or fill and are never all that tells something apart. */
const quiet = ['hairline', 'tint-line', 'door-line'];

const hues = Array.from({ length: 72 }, (_, step) => step * 5);
const flat = (pairs: Record<string, readonly string[]>) =>
  Object.entries(pairs).flatMap(([back, fronts]) => fronts.map((front) => ({ front, back })));

/** The pairs that fall short, each with the worst that any tint makes of it. */
function tooFaint(pairs: Record<string, readonly string[]>, scheme: Scheme, least: number): string[] {
  return flat(pairs).flatMap(({ front, back }) => {
    const moves = [front, back].some((name) => tokens.get(name)?.[scheme].includes('--hue'));
    const worst = Math.min(...(moves ? hues : [0]).map((hue) => contrast(front, back, scheme, hue)));
    return worst >= least ? [] : [`${front} on ${back}: ${worst.toFixed(2)}`];
  });
}

describe('tokens.css', () => {
  test('is measured as browsers measure it', () => {
    tokens.set('test-grey', { light: 'oklch(0.5999 0 0)', dark: 'oklch(0.628 0.2577 29.23)' });
    // #808080 on white, and #ff0000 on white, which every calculator gives as 3.95 and 4.00.
    expect(contrast('test-grey', 'white', 'light')).toBeCloseTo(3.95, 1);
    expect(contrast('test-grey', 'white', 'dark')).toBeCloseTo(4, 1);
    tokens.delete('test-grey');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`words can be read (${scheme})`, () => expect(tooFaint(words, scheme, 4.5)).toEqual([]));
    test(`controls and focus can be seen (${scheme})`, () => expect(tooFaint(frames, scheme, 3)).toEqual([]));
  }

  test('every colour stands in a pair', () => {
    const named = new Set([...flat(words), ...flat(frames)].flatMap(({ front, back }) => [front, back]));
    expect([...tokens.keys()].filter((name) => !named.has(name) && !quiet.includes(name))).toEqual([]);
    expect(tokens.size).toBeGreaterThan(25);
  });
});
