/** Chance that is none: the same seed always gives the same numbers. */

/** A 32-bit number for a text (FNV-1a over code points, finished as MurmurHash3 so that neighbours lie far apart). */
export function hashText(text: string): number {
  let hash = 2166136261;
  for (const letter of text) {
    hash ^= letter.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 16777619);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export type Chance = {
  /** 0 up to, but not including, 1. */
  next: () => number;
  between: (low: number, high: number) => number;
  /** A whole number from 0 up to, but not including, `count`. */
  below: (count: number) => number;
  /** True in that share of cases. */
  yes: (share?: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  shuffled: <T>(list: readonly T[]) => T[];
};

/** Numbers from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => at(list, below(list.length));
  return {
    next,
    below,
    pick,
    between: (low, high) => low + (high - low) * next(),
    yes: (share = 0.5) => next() < share,
    shuffled: <T>(list: readonly T[]): T[] => {
      const rest = [...list];
      return list.map(() => {
        const [taken] = rest.splice(below(rest.length), 1);
        if (taken === undefined) throw new Error('nothing left to take');
        return taken;
      });
    },
  };
}

/** An entry of a list that is walked in circles. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[((index % list.length) + list.length) % list.length];
  if (entry === undefined) throw new Error('an empty list has no entries');
  return entry;
}
