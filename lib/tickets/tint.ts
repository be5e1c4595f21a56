/** Red, green and blue, each 0 to 255. */
export type Rgb = [number, number, number];

/** OKLCH to sRGB, cut off where a screen cannot show it. https://bottosson.github.io/posts/oklab/ */
function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channel = (linear: number) => {
    const cut = Math.min(Math.max(linear, 0), 1);
    return Math.round(255 * (cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055));
  };
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The light tint of an event as `tokens.css` has it, for paper. */
export function tintColours(hue: number) {
  return {
    field: oklch(0.885, 0.072, hue),
    ink: oklch(0.275, 0.075, hue),
    inkSoft: oklch(0.395, 0.07, hue),
    line: oklch(0.78, 0.075, hue),
  };
}

/** What does not change with the event, from the same place. */
export const paperColours = {
  ink: oklch(0.212, 0.018, 55),
  inkSoft: oklch(0.415, 0.018, 58),
  hairline: oklch(0.868, 0.012, 80),
  accent: oklch(0.455, 0.205, 264),
  bad: oklch(0.48, 0.18, 27),
};
