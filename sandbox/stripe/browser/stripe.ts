import { callApi } from './call-api.ts';
import { Elements } from './elements.ts';
import type { ElementsOptions } from './elements-options.ts';
import { formFields } from './form-fields.ts';
import type { BrowserError, BrowserIntent, Result } from './messages.ts';

/**
 * The script that stands in for Stripe.js: it defines `window.Stripe`, and the real `@stripe/stripe-js` and
 * `@stripe/react-stripe-js` take it for theirs.
 */

interface ConfirmParams {
  return_url?: string;
  receipt_email?: string;
  payment_method_data?: { billing_details?: unknown };
}

interface ConfirmOptions {
  elements?: Elements;
  clientSecret?: string;
  confirmParams?: ConfirmParams;
  redirect?: 'always' | 'if_required';
}

type IntentResult =
  | { paymentIntent: BrowserIntent; error?: never }
  | { error: BrowserError; paymentIntent?: never };

/** Where this script came from is where its API is. */
function findOrigin(): string {
  const own = document.currentScript;
  if (own instanceof HTMLScriptElement && own.src) return new URL(own.src).origin;
  for (const script of document.scripts) {
    if (/\/(v3\/)?stripe\.js(\?|$)/.test(script.src)) return new URL(script.src).origin;
  }
  throw new Error('The sandbox of Stripe does not know where it was loaded from.');
}

const ORIGIN = findOrigin();
const never = <T>() => new Promise<T>(() => {});

/** Leaves the page; whoever waits for the answer waits until it is gone, as with Stripe.js. */
function leaveFor<T>(url: string): Promise<T> {
  window.location.assign(url);
  return never<T>();
}

function returnAddress(returnUrl: string, intent: BrowserIntent): string {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret);
  url.searchParams.set('redirect_status', intent.status === 'processing' ? 'pending' : 'succeeded');
  return url.href;
}

class SandboxStripe {
  readonly version = 'sandbox';
  private readonly publishableKey: string;
  private readonly locale: string | undefined;

  constructor(publishableKey: string, options: { locale?: string } = {}) {
    this.publishableKey = publishableKey;
    this.locale = options.locale;
  }

  elements(options: ElementsOptions = {}): Elements {
    return new Elements(
      ORIGIN,
      this.publishableKey,
      this.locale ? { locale: this.locale, ...options } : options,
    );
  }

  async retrievePaymentIntent(clientSecret: string): Promise<IntentResult> {
    const id = clientSecret.split('_secret_')[0] ?? '';
    const fields = { key: this.publishableKey, client_secret: clientSecret };
    const { value, error } = await callApi<BrowserIntent>(ORIGIN, 'GET', `/v1/payment_intents/${id}`, fields);
    return error ? { error } : { paymentIntent: value };
  }

  /** Confirms with what was typed. Leaves the page for 3-D Secure and, unless `if_required`, afterwards too. */
  async confirmPayment(options: ConfirmOptions): Promise<IntentResult> {
    const { elements, confirmParams = {}, redirect = 'always' } = options;
    const clientSecret = options.clientSecret ?? elements?.clientSecret;
    if (!clientSecret) throw new Error('stripe.confirmPayment(): clientSecret is missing.');
    if (redirect === 'always' && !confirmParams.return_url) {
      throw new Error(
        'stripe.confirmPayment(): confirmParams.return_url is required when redirect is always.',
      );
    }
    if (!elements) throw new Error('stripe.confirmPayment(): the sandbox needs elements.');
    if (!elements.wasSubmitted) {
      throw new Error(
        'You must call elements.submit() before calling stripe.confirmPayment(). Call elements.submit() as soon as your customer presses pay, before any other asynchronous work.',
      );
    }
    const form = elements.mountedElement();
    const invalid = await form.ask({ name: 'validate' });
    if (invalid.error) return { error: invalid.error };
    const mismatch = await this.mismatch(elements, clientSecret);
    if (mismatch) return { error: mismatch };
    const {
      payment_method_data: methodData,
      return_url: returnUrl,
      receipt_email: receiptEmail,
    } = confirmParams;
    const fields = {
      ...formFields('payment_method_data[billing_details]', methodData?.billing_details),
      ...formFields('', { return_url: returnUrl, receipt_email: receiptEmail }),
    };
    const answer = await form.ask({ name: 'confirm', clientSecret, fields });
    if (answer.error) return { error: answer.error };
    const after = await this.retrievePaymentIntent(clientSecret);
    if (after.error) return after;
    return this.follow(after.paymentIntent, redirect === 'always' ? returnUrl : undefined);
  }

  /** Carries on with an intent that waits for the buyer. */
  async handleNextAction({ clientSecret }: { clientSecret: string }): Promise<IntentResult> {
    const { paymentIntent, error } = await this.retrievePaymentIntent(clientSecret);
    return error ? { error } : this.follow(paymentIntent, undefined);
  }

  async createPaymentMethod(given: {
    elements?: Elements;
    params?: { billing_details?: unknown };
  }): Promise<{ paymentMethod?: unknown; error?: BrowserError }> {
    if (!given.elements) throw new Error('stripe.createPaymentMethod(): the sandbox needs elements.');
    const fields = formFields('billing_details', given.params?.billing_details);
    const { value, error } = await given.elements
      .mountedElement()
      .ask({ name: 'createPaymentMethod', fields });
    return error ? { error } : { paymentMethod: value };
  }

  /** With the id of a payment method; the old card element does not exist here. */
  async confirmCardPayment(
    clientSecret: string,
    data: { payment_method?: unknown; return_url?: string } = {},
  ) {
    const id = clientSecret.split('_secret_')[0] ?? '';
    const method = typeof data.payment_method === 'string' ? { payment_method: data.payment_method } : {};
    const back = { return_url: data.return_url ?? window.location.href };
    const fields = { key: this.publishableKey, client_secret: clientSecret, ...method, ...back };
    const path = `/v1/payment_intents/${id}/confirm`;
    const { value, error }: Result<BrowserIntent> = await callApi(ORIGIN, 'POST', path, fields);
    return error ? { error } : this.follow(value, undefined);
  }

  createToken(): Promise<never> {
    return Promise.reject(new Error('stripe.createToken() is not supported by the sandbox.'));
  }

  createConfirmationToken(): Promise<never> {
    return Promise.reject(new Error('stripe.createConfirmationToken() is not supported by the sandbox.'));
  }

  registerAppInfo(_info: unknown): void {}

  _registerWrapper(_info: unknown): void {}

  private follow(intent: BrowserIntent, returnUrl: string | undefined): Promise<IntentResult> {
    const challenge =
      intent.status === 'requires_action' ? intent.next_action?.redirect_to_url?.url : undefined;
    if (challenge) return leaveFor(challenge);
    if (returnUrl) return leaveFor(returnAddress(returnUrl, intent));
    return Promise.resolve({ paymentIntent: intent });
  }

  /** A form that was shown one price must not pay another. */
  private async mismatch(elements: Elements, clientSecret: string): Promise<BrowserError | undefined> {
    const shown = elements.deferred();
    if (!shown) return undefined;
    const { paymentIntent, error } = await this.retrievePaymentIntent(clientSecret);
    if (error) return error;
    for (const field of ['amount', 'currency'] as const) {
      if (paymentIntent[field] === shown[field]) continue;
      const message = `The PaymentIntent's ${field} (${paymentIntent[field]}) does not match the ${field} given to elements() (${shown[field]}).`;
      return { type: 'invalid_request_error', message };
    }
    return undefined;
  }
}

function Stripe(publishableKey: string, options?: { locale?: string }): SandboxStripe {
  if (typeof publishableKey !== 'string' || publishableKey === '') {
    throw new Error('Please call Stripe() with your publishable key. You used an empty string.');
  }
  if (!publishableKey.startsWith('pk_')) {
    throw new Error(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
    );
  }
  return new SandboxStripe(publishableKey, options);
}

Object.assign(window, { Stripe: Object.assign(Stripe, { version: 'endive' }) });
