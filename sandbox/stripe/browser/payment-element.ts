import { colorSchemeOf, propertiesOf } from './appearance.ts';
import type { ElementsOptions } from './elements-options.ts';
import { Emitter } from './emitter.ts';
import {
  type BrowserError,
  type FrameCall,
  type FrameOptions,
  type FromFrame,
  HELLO,
  type Result,
  type ToFrame,
} from './messages.ts';

const LOAD_TIMEOUT_MS = 15_000;
let frames = 0;

/** The payment element: a frame of the stand-in's origin in the page, and the port to it. */
export class PaymentElement extends Emitter {
  private readonly origin: string;
  private readonly publishableKey: string;
  private readonly groupOptions: () => ElementsOptions;
  private readonly onDestroy: () => void;
  private frame: HTMLIFrameElement | undefined;
  private port: MessagePort | undefined;
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>();
  private readonly queued: ToFrame[] = [];
  private calls = 0;
  private isReady = false;

  constructor(
    origin: string,
    publishableKey: string,
    groupOptions: () => ElementsOptions,
    onDestroy: () => void,
  ) {
    super();
    this.origin = origin;
    this.publishableKey = publishableKey;
    this.groupOptions = groupOptions;
    this.onDestroy = onDestroy;
  }

  mount(target: string | Element): void {
    const place = typeof target === 'string' ? document.querySelector(target) : target;
    if (!place)
      throw new Error(
        `The selector you specified (${typeof target === 'string' ? target : 'an element'}) applies to no DOM elements.`,
      );
    if (this.frame) return;
    const frame = document.createElement('iframe');
    frames += 1;
    frame.name = `__privateStripeFrame${frames}`;
    frame.title = this.locale().startsWith('de')
      ? 'Sicherer Eingaberahmen für Zahlungen'
      : 'Secure payment input frame';
    // Set through the object model: a strict style-src of the page forbids the attribute, not this.
    Object.assign(frame.style, {
      border: '0',
      display: 'block',
      width: '100%',
      height: '240px',
      colorScheme: 'inherit',
    });
    // The form leaves four pixels around itself for its focus ring.
    Object.assign(frame.style, { margin: '-4px', width: 'calc(100% + 8px)' });
    frame.src = `${this.origin}/sandbox/payment-frame.html`;
    this.frame = frame;
    window.addEventListener('message', this.onHello);
    place.append(frame);
    this.emit('loaderstart', { elementType: 'payment' });
    setTimeout(() => {
      if (this.frame !== frame || this.port) return;
      const message = 'The payment form could not be loaded.';
      this.emit('loaderror', { elementType: 'payment', error: { type: 'api_connection_error', message } });
    }, LOAD_TIMEOUT_MS);
  }

  unmount(): void {
    window.removeEventListener('message', this.onHello);
    this.port?.close();
    this.port = undefined;
    this.isReady = false;
    this.frame?.remove();
    this.frame = undefined;
    const error: BrowserError = {
      type: 'invalid_request_error',
      message: 'The payment element was unmounted while it was in use.',
    };
    for (const answer of this.waiting.values()) answer({ error });
    this.waiting.clear();
    this.queued.length = 0;
  }

  destroy(): void {
    this.unmount();
    this.onDestroy();
  }

  /** The element's own options (fields, layout, wallets) change nothing in a form of three fields. */
  update(_options: unknown): this {
    this.refresh();
    return this;
  }

  /** Tells the frame what the group now looks like. */
  refresh(): void {
    if (this.port) void this.ask({ name: 'set', options: this.frameOptions() });
  }

  focus(): void {
    this.frame?.focus();
    void this.ask({ name: 'focus' });
  }

  blur(): void {
    void this.ask({ name: 'blur' });
  }

  clear(): void {
    void this.ask({ name: 'clear' });
  }

  collapse(): this {
    return this;
  }

  get mounted(): boolean {
    return this.frame !== undefined;
  }

  /** Asks the frame; waits for it when it is still loading. */
  ask(call: FrameCall): Promise<Result<unknown>> {
    this.calls += 1;
    const message: ToFrame = { id: this.calls, call };
    return new Promise((resolve) => {
      this.waiting.set(message.id, resolve);
      if (this.port) this.port.postMessage(message);
      else this.queued.push(message);
    });
  }

  private locale(): string {
    const asked = this.groupOptions().locale;
    return asked && asked !== 'auto' ? asked : navigator.language;
  }

  private frameOptions(): FrameOptions {
    const { appearance } = this.groupOptions();
    return {
      publishableKey: this.publishableKey,
      locale: this.locale(),
      colorScheme: colorSchemeOf(appearance, this.frame?.parentElement ?? document.documentElement),
      properties: propertiesOf(appearance),
    };
  }

  private readonly onHello = (event: MessageEvent<unknown>): void => {
    if (event.origin !== this.origin || event.source !== this.frame?.contentWindow || event.data !== HELLO)
      return;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => this.hear(data);
    this.frame?.contentWindow?.postMessage(HELLO, this.origin, [port2]);
    void this.ask({ name: 'set', options: this.frameOptions() });
    for (const message of this.queued.splice(0)) port1.postMessage(message);
  };

  private hear(message: FromFrame): void {
    switch (message.kind) {
      case 'reply':
        this.waiting.get(message.id)?.(message.result);
        this.waiting.delete(message.id);
        return;
      case 'size':
        if (this.frame) this.frame.style.height = `${message.height}px`;
        return;
      case 'change':
        this.emit('change', {
          elementType: 'payment',
          empty: message.empty,
          complete: message.complete,
          collapsed: false,
          value: { type: 'card' },
        });
        return;
      case 'enter':
        this.frame?.closest('form')?.requestSubmit();
        return;
      case 'ready':
        if (!this.isReady) this.emit('ready', { elementType: 'payment' });
        this.isReady = true;
        return;
      default:
        this.emit(message.kind, { elementType: 'payment' });
    }
  }
}
