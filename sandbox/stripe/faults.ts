import type { Store } from './store.ts';

const SETTING = 'faults';

/** One thing that goes wrong with the next matching API calls. */
export interface Fault {
  /** `status` answers with an error, `close` ends the connection without an answer, `latency` only waits. */
  kind: 'status' | 'close' | 'latency';
  /** `after`: the work was done and its answer is remembered for the idempotency key, only the caller never sees it. */
  when: 'before' | 'after';
  /** How many calls are hit. */
  times: number;
  /** Matches any method when absent. */
  method?: string;
  /** Start of the path, e.g. `/v1/refunds`; a star stands for one step, as for the id in a path ending in `cancel`. */
  path?: string;
  status: number;
  latencyMs: number;
  /** For `status`: what `Stripe-Should-Retry` says. The SDK obeys it. */
  shouldRetry: boolean;
  /** For `status` before the work: the idempotency key replays this very error, as Stripe does with its 500s. */
  remembered: boolean;
}

export function toFault(given: Partial<Fault>): Fault {
  const kind = given.kind ?? 'status';
  const fault: Fault = {
    kind,
    when: given.when ?? 'before',
    times: given.times ?? 1,
    status: given.status ?? 500,
    latencyMs: given.latencyMs ?? 0,
    shouldRetry: given.shouldRetry ?? false,
    remembered: given.remembered ?? false,
  };
  if (given.method !== undefined) fault.method = given.method.toUpperCase();
  if (given.path !== undefined) fault.path = given.path;
  return fault;
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  const pattern = fault.path.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^/]+')}`).test(path);
}

export class Faults {
  private readonly store: Store;
  private planned: Fault[];

  constructor(store: Store) {
    this.store = store;
    this.planned = JSON.parse(store.setting(SETTING) ?? '[]') as Fault[];
  }

  get current(): readonly Fault[] {
    return this.planned;
  }

  add(fault: Fault): void {
    this.planned = [...this.planned, fault];
    this.save();
  }

  clear(): void {
    this.planned = [];
    this.save();
  }

  /** The fault this call runs into, used up by it. */
  take(method: string, path: string): Fault | undefined {
    return this.use(this.planned.find((fault) => matches(fault, method, path)));
  }

  /** The same, but only a fault that names a path. */
  takeNamed(method: string, path: string): Fault | undefined {
    return this.use(this.planned.find((fault) => fault.path !== undefined && matches(fault, method, path)));
  }

  private use(hit: Fault | undefined): Fault | undefined {
    if (!hit) return undefined;
    this.planned = this.planned
      .map((fault) => (fault === hit ? { ...fault, times: fault.times - 1 } : fault))
      .filter((fault) => fault.times > 0);
    this.save();
    return hit;
  }

  private save(): void {
    this.store.saveSetting(SETTING, JSON.stringify(this.planned));
  }
}
