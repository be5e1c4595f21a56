import { contrast, luminance } from '../colour.ts';
import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, circle, clamp, n, radians } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';
import { ball, type Field, from, type Plate, type Scene } from './halftone-scene.ts';

const scenes: Record<string, (scene: Scene) => Plate> = {
  ball: ({ sheet, x, y, radius, light, pale }) => ({
    solid: circle(x, y, radius, pale),
    first: ball(x, y, radius, light),
    second: ball(
      x + radius * 0.5 * Math.cos(light + 2),
      y + radius * 0.4 * Math.sin(light + 2),
      radius * sheet.chance.between(0.36, 0.56),
      light + 2.4,
    ),
  }),
  eclipse: (scene) => ({
    solid: circle(scene.x, scene.y, scene.radius * 0.6, scene.pale),
    first: (x, y) => {
      const q = from(scene, x, y);
      return q < 0.62 ? 0 : Math.max(0, 1.08 - (q - 0.62) * 1.35) * scene.fade(x, y);
    },
    second: (x, y) =>
      from(scene, x, y) > 0.57 ? 0 : 0.22 + 0.8 * ((y - scene.y) / scene.radius / 1.12 + 0.5),
  }),
  swell: ({ sheet, area, fade }) => {
    const [phase, grain, lean] = [
      sheet.chance.between(0, 6),
      sheet.chance.between(5, 9),
      sheet.chance.between(1, 2.2),
    ];
    const wave: Field = (x, y) =>
      0.5 + 0.5 * Math.sin((x / area.width) * grain + phase + Math.sin((y / area.height) * 6 + phase) * lean);
    return {
      first: (x, y) => fade(x, y) * wave(x, y) ** 1.4,
      second: (x, y) => fade(x, y) * (1 - wave(x + area.width * 0.06, y + 30)) ** 2.2,
    };
  },
  ripple: (scene) => ({
    first: (x, y) => {
      const q = from(scene, x, y);
      return (0.5 + 0.5 * Math.cos(q * 13)) * Math.max(0, 1.35 - q) * scene.fade(x, y);
    },
    second: ball(scene.x, scene.y, scene.radius * 0.36, scene.light),
  }),
  rays: ({ sheet, area, fade }) => {
    const { chance } = sheet;
    const count = 5 + chance.below(5);
    const x0 = area.x + area.width * chance.pick([0.08, 0.5, 0.92]);
    const y0 = area.y + area.height * chance.pick([-0.06, 1.06]);
    const reach = Math.hypot(area.width, area.height);
    const beam = (shift: number, power: number): Field => {
      return (x, y) => {
        const angle = Math.atan2(y - y0, x - x0);
        const far = Math.hypot(x - x0, y - y0) / reach;
        return fade(x, y) * (0.5 + 0.5 * Math.cos(angle * count * 2 + shift)) ** power * (1.08 - far * 0.7);
      };
    };
    return { first: beam(0, 1.5), second: beam(2.6, 3) };
  },
  bars: ({ sheet, area }) => {
    const { chance } = sheet;
    const count = sheet.wide ? 11 : 7 + chance.below(3);
    const phase = chance.between(0, 6);
    const mirrored = chance.yes();
    const tall = Array.from({ length: count }, (_, i) =>
      clamp(0.52 + 0.3 * Math.sin(i * 0.9 + phase) + chance.between(-0.2, 0.2), 0.16, 0.96),
    );
    const bar = (part: number, flip: boolean): Field => {
      return (x, y) => {
        const cell = ((x - area.x) / area.width) * count;
        const i = Math.floor(cell);
        if (i < 0 || i >= count || Math.abs(cell - i - 0.5) > 0.39) return 0;
        const up = mirrored
          ? Math.abs(y - area.y - area.height / 2) / (area.height / 2)
          : (area.y + area.height - y) / area.height;
        const top = at(tall, i) * part;
        if (up > top) return 0;
        return flip ? clamp(1 - up / top, 0.12) : clamp(up / top, 0.14);
      };
    };
    return { first: bar(1, false), second: bar(0.62, true) };
  },
  torus: (scene) => {
    const { light } = scene;
    const tube = scene.sheet.chance.between(0.24, 0.36);
    const shade = (shift: number): Field => {
      return (x, y) => {
        const q = (from(scene, x, y) - (1 - tube)) / tube;
        if (Math.abs(q) > 1) return 0;
        const angle = Math.atan2(y - scene.y, x - scene.x) - light - shift;
        return clamp(1 - 0.5 * Math.sqrt(1 - q * q) - 0.5 * q * Math.cos(angle), 0.16);
      };
    };
    return { first: shade(0), second: (x, y) => shade(Math.PI)(x, y) ** 1.7 * 1.1 };
  },
  moons: ({ sheet, area, light, radius }) => {
    const down = sheet.chance.yes() ? 1 : -1;
    const long = area.width > area.height * 1.4;
    const moons = [-1, 0, 1].map((i) => ({
      x: area.x + area.width * (0.5 + i * (long ? 0.31 : 0.235)),
      y: area.y + area.height * (0.5 + i * down * (long ? 0.08 : 0.235)),
      radius: radius * (long ? 0.6 : 0.44) * (1 + i * 0.22),
    }));
    const balls = moons.map((moon, i) => ball(moon.x, moon.y, moon.radius, light + i * 1.1));
    const inner = moons.map((moon, i) => ball(moon.x, moon.y, moon.radius * (0.4 + 0.12 * i), light + 3 + i));
    return {
      first: (x, y) => Math.max(...balls.map((field) => field(x, y))),
      second: (x, y) => Math.max(...inner.map((field) => field(x, y))) * 0.95,
    };
  },
  record: (scene) => {
    const grooves = 4 + scene.sheet.chance.below(3);
    return {
      solid: circle(scene.x, scene.y, scene.radius * 0.34, scene.pale),
      first: (x, y) => {
        const q = from(scene, x, y);
        if (q > 1 || q < 0.36) return 0;
        const groove = 0.5 + 0.5 * Math.cos((q - 0.36) * grooves * 9.8);
        const shine = 0.5 + 0.5 * Math.cos(2 * (Math.atan2(y - scene.y, x - scene.x) - scene.light));
        return clamp(0.3 + 0.85 * groove * (1 - shine * 0.8), 0.16);
      },
      second: (x, y) => {
        const q = from(scene, x, y);
        return q > 0.33 || q < 0.07 ? 0 : 0.9 - q * 1.6;
      },
    };
  },
  column: ({ sheet, area, fade }) => {
    const count = 2 + sheet.chance.below(2);
    const slant = sheet.chance.pick([-0.5, -0.25, 0.25, 0.5]);
    const pipe = (shift: number, sharp: number): Field => {
      return (x, y) => {
        const across = ((x - area.x) / area.width - ((y - area.y) / area.height) * slant + 2 + shift) * count;
        return fade(x, y) * Math.abs((across % 1) * 2 - 1) ** sharp;
      };
    };
    return { first: pipe(0, 1.3), second: pipe(0.31, 3.4) };
  },
  spiral: (scene) => {
    const arms = scene.sheet.chance.pick([-3, -2, 2, 3]);
    const arm = (shift: number, power: number): Field => {
      return (x, y) => {
        const q = from(scene, x, y);
        const turn = Math.atan2(y - scene.y, x - scene.x) * arms;
        return q > 1 ? 0 : (0.5 + 0.5 * Math.cos(q * 7.5 - turn + shift)) ** power * (1.15 - q * 0.5);
      };
    };
    return { first: arm(0, 1.3), second: arm(2.7, 3.2) };
  },
  duet: (scene) => {
    const angle = scene.sheet.chance.between(-0.7, 0.7);
    const side = (way: number): Field => {
      const [x0, y0] = [
        scene.x + way * Math.cos(angle) * scene.radius * 0.4,
        scene.y + way * Math.sin(angle) * scene.radius * 0.4,
      ];
      return (x, y) => {
        const [u, v] = [(x - x0) / (scene.radius * 0.62), (y - y0) / (scene.radius * 0.62)];
        if (u * u + v * v > 1) return 0;
        return clamp(0.58 - way * (u * Math.cos(angle) + v * Math.sin(angle)) * 0.5, 0.14);
      };
    };
    return { first: side(1), second: side(-1) };
  },
  fan: (scene) => {
    const count = scene.sheet.chance.pick([3, 4, 5]);
    const blades = (odd: number): Field => {
      return (x, y) => {
        const q = from(scene, x, y);
        const turn = ((Math.atan2(y - scene.y, x - scene.x) - scene.light) / Math.PI + 4) * count;
        if (q > 1 || q < 0.1 || Math.floor(turn) % 2 !== odd) return 0;
        return clamp((turn % 1) * 0.85 + 0.15, 0.14);
      };
    };
    return { first: blades(0), second: blades(1) };
  },
  horizon: (scene) => {
    const stripes = 4 + scene.sheet.chance.below(3);
    return {
      first: (x, y) => {
        const q = from(scene, x, y);
        return q > 0.96 || y > scene.y ? 0 : clamp(1.05 + (y - scene.y) / scene.radius, 0.14);
      },
      second: (x, y) => {
        const down = (y - scene.y) / (scene.radius * 0.96);
        if (down < 0 || down > 1 || from(scene, x, y) > 0.96) return 0;
        return (down * stripes) % 1 < 0.36 + down * 0.2 ? 0 : 1 - down * 0.6;
      },
    };
  },
  chevrons: ({ sheet, area, fade }) => {
    const [count, lean, way] = [
      2 + sheet.chance.below(3),
      sheet.chance.between(0.5, 1.2),
      sheet.chance.pick([-1, 1]),
    ];
    const fold = (shift: number, power: number): Field => {
      return (x, y) => {
        const bend = Math.abs((x - area.x) / area.width - 0.5) * 2 * lean * way;
        const at = ((y - area.y) / area.height + 4) * count + bend + shift;
        return fade(x, y) * Math.abs((at % 1) * 2 - 1) ** power;
      };
    };
    return { first: fold(0, 1.4), second: fold(0.38, 3.4) };
  },
  stairs: ({ sheet, area }) => {
    const [count, turned] = [5 + sheet.chance.below(4), sheet.chance.yes()];
    const flight = (second: boolean): Field => {
      return (x, y) => {
        const [u, v] = [(x - area.x) / area.width, (y - area.y) / area.height];
        const row = Math.floor(v * count);
        if (row < 0 || row >= count || Math.abs(v * count - row - 0.5) > 0.41) return 0;
        const length = (row + 1) / (count + 1);
        const along = (turned ? 1 - u : u) / length;
        if (second) return along < 1 ? 0 : clamp((along - 1) * length * 0.9 + 0.12);
        return along > 1 ? 0 : clamp(along, 0.16);
      };
    };
    return { first: flight(false), second: flight(true) };
  },
};

/** Scenes that fill any picture; the others are forms that a strip would cut. */
const FIELDS = new Set(['swell', 'rays', 'bars', 'column', 'moons', 'chevrons', 'stairs']);

/** A screen of round dots at an angle. */
function screen(
  sheet: Sheet,
  area: Box,
  degrees: number,
  cell: number,
  field: Field,
  colour: string,
): string {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  const [cx, cy] = [area.x + area.width / 2, area.y + area.height / 2];
  const reach = Math.hypot(area.width, area.height) / 2 + cell;
  const bySize = new Map<number, { data: string; x: number; y: number }>();
  for (let i = -reach; i < reach; i += cell) {
    for (let j = -reach; j < reach; j += cell) {
      const [x, y] = [cx + i * cos - j * sin, cy + i * sin + j * cos];
      const outside = Math.max(area.x - x, x - area.x - area.width, area.y - y, y - area.y - area.height);
      if (outside > cell) continue;
      const value = Math.min(1.02, field(x, y));
      if (value < 0.1) continue;
      const size = Math.round(value * 18);
      // From dot to dot: half as long as where each of them stands.
      const last = bySize.get(size) ?? { data: '', x: 0, y: 0 };
      const [px, py] = [Math.round(x), Math.round(y)];
      const [dx, dy] = [px - last.x, py - last.y];
      bySize.set(size, { data: `${last.data}m${dx}${dy < 0 ? '' : ' '}${dy}z`, x: px, y: py });
    }
  }
  // Inks darken each other on light paper only; on dark paper they are opaque.
  const multiply = luminance(sheet.inks.paper) > 0.4 ? ' style="mix-blend-mode:multiply"' : '';
  const dots = [...bySize].map(
    ([size, { data }]) => `<path stroke-width="${n((size / 18) * cell * 1.3)}" d="${data}"/>`,
  );
  return `<g stroke="${colour}" stroke-linecap="round" fill="none"${multiply}>${dots.join('')}</g>`;
}

/** Fades where a picture ends on paper instead of at the edge of the sheet. */
function fadeAt(sheet: Sheet, area: Box): Field {
  const depth = sheet.unit * 11;
  return (x, y) => {
    const sides = [
      area.x > 0 ? x - area.x : depth,
      area.y > 0 ? y - area.y : depth,
      area.x + area.width < sheet.width ? area.x + area.width - x : depth,
      area.y + area.height < sheet.height ? area.y + area.height - y : depth,
    ];
    return sides.reduce((value, side) => value * clamp(side / depth), 1);
  };
}

/** Two coarse halftone screens, printed over each other. */
export function halftone(sheet: Sheet): string {
  const { chance, inks, unit, wide } = sheet;
  const name = chance.pick(Object.keys(scenes));
  const make = scenes[name];
  if (!make) throw new Error(`no scene ${name}`);
  const field = FIELDS.has(name);
  const light = chance.between(0, 6.28);
  const coarse = chance.pick([2.05, 2.35, 2.35, 3.1]);
  const cell = unit * (name === 'bars' ? 1.6 : coarse) * (wide ? 1.1 : 1);
  const style = { face: 'condensed', capitals: true, largest: [21, 17], titleShare: 0.24 } as const;
  return compose(
    sheet,
    {
      ...style,
      tall: ['framed', 'framed', 'above', 'below'],
      wide: field ? ['left', 'right', 'strip', 'head'] : ['left', 'left', 'right'],
    },
    (area) => {
      const short = Math.min(area.width, area.height);
      // On a wide sheet the form leaves the paper on three sides; on a tall one it stands free.
      const radius = wide ? (area.width > sheet.width * 0.9 ? short * 0.62 : short * 0.6) : short * 0.475;
      const scene: Scene = {
        sheet,
        area,
        x:
          area.x +
          area.width *
            (wide
              ? area.width > sheet.width * 0.9
                ? chance.between(0.35, 0.65)
                : area.x > 0
                  ? 0.58
                  : 0.42
              : chance.between(0.46, 0.54)),
        y: area.y + area.height / 2,
        radius,
        light,
        pale: '',
        fade: fadeAt(sheet, area),
      };
      const colours = [...new Set([inks.a, inks.b, inks.c])].sort(
        (one, other) => luminance(other) - luminance(one),
      );
      scene.pale = at(colours, 0);
      const told = colours.filter((colour) => contrast(colour, inks.paper) > 1.6);
      const [first, second] = [told.at(-1) ?? inks.ink, told.at(-2) ?? inks.ink];
      const swap = chance.yes();
      const plate = make(scene);
      return (
        (plate.solid ?? '') +
        screen(sheet, area, 15, cell, plate.first, swap ? second : first) +
        screen(sheet, area, 52, cell * 0.92, plate.second, swap ? first : second)
      );
    },
  );
}
