import type { Store } from './store.ts';

/** The stand-in's clock: the machine's, moved by an offset that survives a restart. */
export function createClock(store: Store) {
  let offset = Number(store.setting('clock_offset_ms') ?? 0);
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    setOffset(ms: number): void {
      offset = ms;
      store.saveSetting('clock_offset_ms', String(ms));
    },
  };
}

export type Clock = ReturnType<typeof createClock>;
