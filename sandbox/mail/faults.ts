/** What a test can ask for: the next requests of the mail API go wrong in a chosen way. */
export type Fault = {
  /** A status to answer with, `close` to drop the socket without an answer, `delay` to be slow and then right. */
  kind: 429 | 500 | 'close' | 'delay';
  /** `before`: nothing is kept. `after`: the mail is accepted and kept, only the answer is lost. */
  when: 'before' | 'after';
  /** How many requests it hits. */
  times: number;
  /** For `delay`: how long, in milliseconds. */
  ms: number;
};

/** A queue of faults, taken in the order they were asked for. Not kept over a restart: a fault belongs to a test. */
export function createFaults() {
  let waiting: Fault[] = [];
  return {
    add(fault: Fault): void {
      waiting.push({ ...fault });
    },
    /** The fault the next request meets, if any. */
    take(): Fault | null {
      const next = waiting[0];
      if (!next) return null;
      next.times -= 1;
      if (next.times <= 0) waiting = waiting.slice(1);
      return next;
    },
    list(): Fault[] {
      return waiting;
    },
    clear(): void {
      waiting = [];
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
