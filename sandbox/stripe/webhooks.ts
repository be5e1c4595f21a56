import { createHmac } from 'node:crypto';
import { type Delivery, dueDeliveries, nextDelivery, recordAttempt } from './deliveries.ts';
import type { World } from './world.ts';

const TIMEOUT_MS = 10_000;
const AT_ONCE = 16;
/** A reorder window that does not fill is sent all the same after this long. */
const REORDER_PATIENCE_MS = 1000;

/**
 * The `Stripe-Signature` header: https://docs.stripe.com/webhooks#verify-manually. Its time is the machine's own, never
 * the sandbox's: the SDK compares it with real time (five minutes of tolerance), however far the sandbox was moved.
 */
function signatureHeader(
  payload: string,
  secret: string,
  realSeconds = Math.floor(Date.now() / 1000),
): string {
  const signature = createHmac('sha256', secret).update(`${realSeconds}.${payload}`).digest('hex');
  return `t=${realSeconds},v1=${signature}`;
}

/** Sends what is due, for as long as the stand-in runs. What it has not sent is in the database, not here. */
export class Dispatcher {
  private readonly world: World;
  private timer: NodeJS.Timeout | undefined;
  private readonly underWay = new Set<number>();
  private wakesAt = 0;
  private closed = false;

  constructor(world: World) {
    this.world = world;
  }

  /** Looks for work soon; called after everything that may have made some. A sooner look that is planned stays. */
  kick(afterMs = 0): void {
    const at = Date.now() + afterMs;
    if (this.closed || (this.timer && this.wakesAt <= at)) return;
    clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.run();
    }, afterMs);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private run(): void {
    if (this.closed) return;
    const mode = this.world.modes.current;
    if (mode.paused || mode.url === null) return;
    const url = mode.url;
    const most = Math.max(AT_ONCE, mode.reorderWindow);
    const due = dueDeliveries(this.world, most + this.underWay.size).filter(
      ({ id }) => !this.underWay.has(id),
    );
    if (mode.reorderWindow > 1) this.sendReordered(url, due, mode.reorderWindow);
    else
      for (const delivery of due.slice(0, Math.max(0, AT_ONCE - this.underWay.size)))
        void this.send(url, delivery);
    const next = nextDelivery(this.world);
    // What is under way counts as due until it is recorded, and its end looks again by itself.
    const idle = due.length === 0 && this.underWay.size === 0;
    if (next !== undefined) this.kick(Math.max(next, idle ? 2 : 50));
  }

  private sendReordered(url: string, due: Delivery[], window: number): void {
    const oldest = due[0];
    if (!oldest) return;
    if (due.length < window && Date.now() - oldest.dueRealMs < REORDER_PATIENCE_MS) return;
    const batch = due.slice(0, window).reverse();
    for (const delivery of batch) this.underWay.add(delivery.id);
    void (async () => {
      for (const delivery of batch) await this.send(url, delivery);
    })();
  }

  private async send(url: string, delivery: Delivery): Promise<void> {
    if (this.closed) return;
    this.underWay.add(delivery.id);
    const status = await this.post(url, delivery);
    if (this.closed) return;
    recordAttempt(this.world, delivery, status);
    this.underWay.delete(delivery.id);
    this.kick();
  }

  private async post(url: string, delivery: Delivery): Promise<number> {
    const event = this.world.store.find('event', delivery.eventId);
    const payload = JSON.stringify(event, null, 2);
    const secret = delivery.badSignature ? `${this.world.webhookSecret}_wrong` : this.world.webhookSecret;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signatureHeader(payload, secret),
        },
        body: payload,
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
