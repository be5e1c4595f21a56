import { type Box, clamp } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

/** How much ink a place gets, 0 to 1. */
export type Field = (x: number, y: number) => number;

/** Two screens over each other, and what is printed solid under them. */
export type Plate = { solid?: string; first: Field; second: Field };

export type Scene = {
  sheet: Sheet;
  area: Box;
  /** Where the form stands, and its size. */
  x: number;
  y: number;
  radius: number;
  /** From where the light comes, in radians. */
  light: number;
  pale: string;
  fade: Field;
};

/** A ball in a light from one side. */
export function ball(x0: number, y0: number, radius: number, light: number): Field {
  return (x, y) => {
    const [u, v] = [(x - x0) / radius, (y - y0) / radius];
    const q = u * u + v * v;
    if (q > 1) return 0;
    const lit = (u * Math.cos(light) + v * Math.sin(light)) * 0.75 + Math.sqrt(1 - q) * 0.55;
    return clamp(1.02 - lit * 0.95, 0.16);
  };
}

/** How far a place lies from the middle of the form, in its radii. */
export const from = ({ x, y, radius }: Scene, px: number, py: number) => Math.hypot(px - x, py - y) / radius;
