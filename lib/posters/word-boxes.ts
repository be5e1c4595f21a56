import type { Role } from './type.ts';

/** Where a line of a finished poster stands, and in which colour. */
export type WordBox = { role: Role; fill: string; left: number; top: number; right: number; bottom: number };

const number = (text: string | undefined) => Number(text ?? Number.NaN);

/** The reach of a path of outlines, by its control points: never smaller than what is drawn. */
function reachOf(data: string) {
  const reach = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [x, y] = [0, 0];
  for (const [, command, numbers = ''] of data.matchAll(/([Mlqc])([^Mlqcz]*)/g)) {
    const values = (numbers.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const [ox, oy] = command === 'M' ? [0, 0] : [x, y];
    for (let i = 0; i + 1 < values.length; i += 2) {
      [x, y] = [ox + (values[i] ?? 0), oy + (values[i + 1] ?? 0)];
      reach.left = Math.min(reach.left, x);
      reach.right = Math.max(reach.right, x);
      reach.top = Math.min(reach.top, y);
      reach.bottom = Math.max(reach.bottom, y);
    }
  }
  return reach;
}

/** Finds every line of type in a poster's SVG. For tests: it reads the file, not the layout that made it. */
export function wordBoxes(svg: string): WordBox[] {
  const outlined = svg.matchAll(
    /<path fill="(#\w+)"(?: stroke="#\w+" stroke-width="\d+")? transform="translate\(([-\d.]+) ([-\d.]+)\) scale\(([-\d.]+)(?: ([-\d.]+))?\)" d="([^"]*)" data-type="(title|facts)"\/>/g,
  );
  const boxes: WordBox[] = [];
  for (const [, fill = '', x, y, sx, sy, data = '', role] of outlined) {
    const reach = reachOf(data);
    // A line of spaces draws nothing.
    if (reach.left > reach.right) continue;
    const [kx, ky] = [number(sx), number(sy ?? sx)];
    boxes.push({
      role: role === 'title' ? 'title' : 'facts',
      fill,
      left: number(x) + reach.left * kx,
      right: number(x) + reach.right * kx,
      top: number(y) + reach.top * ky,
      bottom: number(y) + reach.bottom * ky,
    });
  }
  const texts = svg.matchAll(
    /<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"[^>]*? fill="(#\w+)" data-type="(title|facts)" textLength="([\d.]+)"/g,
  );
  for (const [, x, y, size, fill = '', role, length] of texts) {
    boxes.push({
      role: role === 'title' ? 'title' : 'facts',
      fill,
      left: number(x),
      right: number(x) + number(length),
      top: number(y) - number(size) * 0.9,
      bottom: number(y) + number(size) * 0.25,
    });
  }
  return boxes;
}
