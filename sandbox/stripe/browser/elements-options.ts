import type { Appearance } from './appearance.ts';

/** What `stripe.elements()` is given, as far as the sandbox looks at it. */
export interface ElementsOptions {
  mode?: string;
  amount?: number;
  currency?: string;
  clientSecret?: string;
  locale?: string;
  appearance?: Appearance;
}
