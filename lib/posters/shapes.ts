/** Pieces of SVG. Coordinates are rounded to a tenth: nobody sees less, and files stay small. */

export type Point = readonly [x: number, y: number];
export type Box = { x: number; y: number; width: number; height: number };

/** A number as it stands in a file. */
export function n(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** A path from commands and numbers, such as d`M${x} ${y}h${10}z`. */
export function d(strings: TemplateStringsArray, ...values: number[]): string {
  return strings.reduce((path, part, i) => path + n(values[i - 1] ?? 0) + part);
}

export const radians = (degrees: number) => (degrees * Math.PI) / 180;
export const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));

/** The point at that distance and angle (radians) from another. */
export function polar(x: number, y: number, radius: number, angle: number): Point {
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

export const path = (data: string, fill: string, more = '') => `<path d="${data}" fill="${fill}"${more}/>`;

export const stroke = (data: string, colour: string, width: number, more = '') =>
  `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${more}/>`;

export const circle = (x: number, y: number, radius: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"${more}/>`;

export const ring = (x: number, y: number, radius: number, colour: string, width: number) =>
  circle(x, y, radius, 'none', ` stroke="${colour}" stroke-width="${n(width)}"`);

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more}/>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${more}/>`;

export const rotated = (degrees: number, x: number, y: number) =>
  ` transform="rotate(${n(degrees)} ${n(x)} ${n(y)})"`;

export const polygon = (points: readonly Point[], fill: string, more = '') =>
  path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`, fill, more);

/** A closed curve that passes halfway between its points. */
export function blob(points: readonly Point[], fill: string, more = ''): string {
  const last = points.at(-1);
  const [first] = points;
  if (!first || !last) return '';
  const start: Point = [(last[0] + first[0]) / 2, (last[1] + first[1]) / 2];
  let data = d`M${start[0]} ${start[1]}`;
  for (const [i, [x, y]] of points.entries()) {
    const next = points[i + 1] ?? first;
    data += d`Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}`;
  }
  return path(`${data}Z`, fill, more);
}

/** A half disc; 0 degrees looks upwards, 90 to the right. */
export const halfDisc = (x: number, y: number, radius: number, degrees: number, fill: string) =>
  path(d`M${x - radius} ${y}a${radius} ${radius} 0 0 1 ${radius * 2} 0Z`, fill, rotated(degrees, x, y));

/** A piece of a ring between two radii and two angles in degrees. */
export function ringPiece(
  x: number,
  y: number,
  inner: number,
  outer: number,
  from: number,
  to: number,
  fill: string,
): string {
  const large = to - from > 180 ? 1 : 0;
  const [a, b] = [polar(x, y, outer, radians(from)), polar(x, y, outer, radians(to))];
  const [e, f] = [polar(x, y, inner, radians(to)), polar(x, y, inner, radians(from))];
  return path(
    d`M${a[0]} ${a[1]}A${outer} ${outer} 0 ${large} 1 ${b[0]} ${b[1]}L${e[0]} ${e[1]}A${inner} ${inner} 0 ${large} 0 ${f[0]} ${f[1]}Z`,
    fill,
  );
}

/** An open line through points, every corner rounded. */
export function roundedLine(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (!first) return '';
  let data = d`M${first[0]} ${first[1]}`;
  for (const [i, corner] of points.entries()) {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before) continue;
    if (!after) {
      data += d`L${corner[0]} ${corner[1]}`;
      continue;
    }
    const [x1, y1] = [corner[0] - before[0], corner[1] - before[1]];
    const [x2, y2] = [after[0] - corner[0], after[1] - corner[1]];
    const [l1, l2] = [Math.hypot(x1, y1), Math.hypot(x2, y2)];
    // A side between two corners is shared by them.
    const r = Math.min(radius, l1 / (i === 1 ? 1 : 2), l2 / (i === points.length - 2 ? 1 : 2));
    const clockwise = x1 * y2 - y1 * x2 > 0 ? 1 : 0;
    data += d`L${corner[0] - (x1 / l1) * r} ${corner[1] - (y1 / l1) * r}`;
    data += d`A${r} ${r} 0 0 ${clockwise} ${corner[0] + (x2 / l2) * r} ${corner[1] + (y2 / l2) * r}`;
  }
  return data;
}

/** Draws only what lies inside a shape. The id must be unique among everything on the page. */
export const clipped = (id: string, shape: string, content: string) =>
  `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${content}</g>`;

export const boxShape = ({ x, y, width, height }: Box) => rect(x, y, width, height, '#000');
