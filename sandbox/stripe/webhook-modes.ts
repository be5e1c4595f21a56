import type { Store } from './store.ts';

const SETTING = 'webhook_modes';

/** How webhooks misbehave. All of it is set through the control API and survives a restart. */
export interface WebhookMode {
  /** Where webhooks go; null sends none. */
  url: string | null;
  /** Nothing is sent while paused; what is due waits. */
  paused: boolean;
  /** New deliveries are put aside until they are released. */
  hold: boolean;
  /** Real milliseconds between the change and its first delivery. */
  delayMs: number;
  /** How many extra copies of each event are sent. */
  duplicates: number;
  /** Gather this many deliveries (or wait a second) and send them last first. 0 and 1 keep the order. */
  reorderWindow: number;
  /** The next n events are never delivered, as if lost on the way. */
  dropNext: number | 'all';
  /** The next n deliveries carry a signature that does not verify. */
  badSignatureNext: number;
}

const QUIET: WebhookMode = {
  url: null,
  paused: false,
  hold: false,
  delayMs: 0,
  duplicates: 0,
  reorderWindow: 0,
  dropNext: 0,
  badSignatureNext: 0,
};

export class WebhookModes {
  private readonly store: Store;
  private mode: WebhookMode;

  constructor(store: Store) {
    this.store = store;
    const stored = store.setting(SETTING);
    this.mode = { ...QUIET, ...(JSON.parse(stored ?? '{}') as Partial<WebhookMode>) };
  }

  get current(): Readonly<WebhookMode> {
    return this.mode;
  }

  change(changes: Partial<WebhookMode>): void {
    this.mode = { ...this.mode, ...changes };
    this.store.saveSetting(SETTING, JSON.stringify(this.mode));
  }

  /** Back to plain delivery; the address stays. */
  reset(): void {
    this.change({ ...QUIET, url: this.mode.url });
  }
}
