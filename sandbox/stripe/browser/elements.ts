import type { ElementsOptions } from './elements-options.ts';
import { Emitter } from './emitter.ts';
import type { BrowserError } from './messages.ts';
import { PaymentElement } from './payment-element.ts';

function checkOptions(options: ElementsOptions): void {
  if (options.clientSecret !== undefined || options.mode === undefined) return;
  if (options.mode !== 'payment') {
    throw new Error(`Invalid value for elements(): mode '${options.mode}' is not supported by the sandbox.`);
  }
  const { amount, currency } = options;
  if (amount === undefined || !Number.isInteger(amount) || amount <= 0) {
    throw new Error(
      'Invalid value for elements(): amount should be a positive integer in the smallest currency unit.',
    );
  }
  if (!currency || !/^[a-z]{3}$/.test(currency)) {
    throw new Error('Invalid value for elements(): currency should be a lowercase three-letter code.');
  }
}

/** What `stripe.elements()` answers. */
export class Elements extends Emitter {
  private readonly origin: string;
  private readonly publishableKey: string;
  private options: ElementsOptions;
  private element: PaymentElement | undefined;
  private submitted = false;

  constructor(origin: string, publishableKey: string, options: ElementsOptions) {
    super();
    checkOptions(options);
    this.origin = origin;
    this.publishableKey = publishableKey;
    this.options = options;
  }

  create(type: string, _options?: unknown): PaymentElement {
    if (type !== 'payment') throw new Error(`The element '${type}' is not supported by the sandbox.`);
    if (this.element) {
      throw new Error("Can only create one Element of type payment through this 'elements' instance.");
    }
    this.element = new PaymentElement(
      this.origin,
      this.publishableKey,
      () => this.options,
      () => {
        this.element = undefined;
      },
    );
    return this.element;
  }

  getElement(type: unknown): PaymentElement | null {
    return type === 'payment' || type === PaymentElement ? (this.element ?? null) : null;
  }

  update(changes: ElementsOptions): void {
    const next = { ...this.options, ...changes };
    checkOptions(next);
    this.options = next;
    this.element?.refresh();
  }

  fetchUpdates(): Promise<{ error?: BrowserError; status?: string }> {
    return Promise.resolve({ status: 'success' });
  }

  /** Validates the form, shows what is missing and focuses it. Comes before `confirmPayment`. */
  async submit(): Promise<{ error?: BrowserError; selectedPaymentMethod?: string }> {
    const { error } = await this.mountedElement().ask({ name: 'validate' });
    this.submitted = error === undefined;
    return error ? { error } : { selectedPaymentMethod: 'card' };
  }

  /** The mounted form, or the error that Stripe.js throws without one. */
  mountedElement(): PaymentElement {
    if (this.element?.mounted) return this.element;
    throw new Error(
      'Invalid value for elements: elements should have a mounted Payment Element or Express Checkout Element.',
    );
  }

  /** The options an intent made afterwards has to match; undefined when the intent came first. */
  deferred(): { amount: number; currency: string } | undefined {
    const { mode, amount, currency } = this.options;
    return mode === 'payment' && amount !== undefined && currency ? { amount, currency } : undefined;
  }

  get wasSubmitted(): boolean {
    return this.submitted || this.deferred() === undefined;
  }

  get clientSecret(): string | undefined {
    return this.options.clientSecret;
  }
}
