import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Store } from './store.ts';
import type { WebhookModes } from './webhook-modes.ts';

/** What every part of the stand-in works on. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly modes: WebhookModes;
  readonly faults: Faults;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret: string;
  /** Idempotency keys whose first request is still being answered. Lost with the process, as it should be. */
  readonly keysInFlight: Set<string>;
}

/** Which request caused a change; both null when time or the dashboard did. */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}

export const NO_REQUEST: Cause = { requestId: null, idempotencyKey: null };
