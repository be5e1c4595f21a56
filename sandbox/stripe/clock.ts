import type { Store } from './store.ts';

const SETTING = 'clock_offset_ms';

/**
 * The sandbox's time: the machine's, moved by an offset that survives a restart. Everything dated (`created`, the 24
 * hours of an idempotency key, what happens later) follows it; only webhook signatures use the machine's own time.
 */
export class Clock {
  private readonly store: Store;
  private offset: number;

  constructor(store: Store, offsetMs?: number) {
    this.store = store;
    this.offset = offsetMs ?? Number(store.setting(SETTING) ?? 0);
    if (offsetMs !== undefined) this.moveTo(offsetMs);
  }

  get offsetMs(): number {
    return this.offset;
  }

  moveTo(offsetMs: number): void {
    this.offset = offsetMs;
    this.store.saveSetting(SETTING, String(offsetMs));
  }

  nowMs(): number {
    return Date.now() + this.offset;
  }

  /** Seconds since 1970, as in `created`. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }
}
