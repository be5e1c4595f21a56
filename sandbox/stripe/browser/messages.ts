/** What the script in the shop's page and the form in its frame say to each other, over a MessagePort of their own. */

/** Errors as Stripe.js gives them to a page. */
export interface BrowserError {
  type: string;
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
}

/** The fields of an intent that the script itself looks at. */
export interface BrowserIntent {
  id: string;
  status: string;
  amount: number;
  currency: string;
  client_secret: string;
  next_action: { redirect_to_url?: { url: string | null } } | null;
}

export interface FrameOptions {
  publishableKey: string;
  locale: string;
  /** The page's `color-scheme`, so that a dark page gets a dark form. */
  colorScheme: string;
  /** CSS custom properties of the form, from `appearance.variables`. */
  properties: Record<string, string>;
}

/** Flat form parameters in Stripe's bracket notation. */
export type FormFields = Record<string, string>;

export type Result<T> = { value: T; error?: never } | { error: BrowserError; value?: never };

export type FrameCall =
  | { name: 'set'; options: FrameOptions }
  | { name: 'validate' }
  | { name: 'confirm'; clientSecret: string; fields: FormFields }
  | { name: 'createPaymentMethod'; fields: FormFields }
  | { name: 'focus' }
  | { name: 'blur' }
  | { name: 'clear' };

export type ToFrame = { id: number; call: FrameCall };

export type FromFrame =
  | { kind: 'reply'; id: number; result: Result<unknown> }
  | { kind: 'change'; empty: boolean; complete: boolean }
  | { kind: 'size'; height: number }
  | { kind: 'ready' | 'focus' | 'blur' | 'escape' | 'enter' };

/** Said by a fresh frame, to be given its port. */
export const HELLO = 'stripe-sandbox-frame';
