import { invalidRequest, unsupported } from './errors.ts';
import type { FormObject } from './form.ts';
import type { PaymentIntentDoc } from './objects.ts';
import { choice, flag, group, list } from './params.ts';

const METHOD_TYPES = ['card', 'sepa_debit'] as const;
type MethodType = (typeof METHOD_TYPES)[number];

/** The caller's own list, if there is one. */
export function allowedTypes(params: FormObject): MethodType[] | null {
  const asked = list(params, 'allowed_payment_method_types');
  if (!asked) return null;
  return asked.map((type) => {
    const known = METHOD_TYPES.find((one) => one === type);
    if (!known) throw unsupported(`The payment method type ${type}`, 'allowed_payment_method_types');
    return known;
  });
}

/** What is left of the allowed types for a currency: SEPA moves euros only. */
export function methodTypes(allowed: readonly string[] | null, currency: string): string[] {
  const possible = (allowed ?? METHOD_TYPES).filter((type) => type !== 'sepa_debit' || currency === 'eur');
  if (possible.length > 0) return possible;
  throw invalidRequest(
    `None of the allowed payment method types can be used with the currency ${currency}.`,
    {
      param: 'allowed_payment_method_types',
    },
  );
}

/** Whether Stripe chooses what is offered; not beside a list of the caller's own. */
export function automaticMethods(params: FormObject): PaymentIntentDoc['automatic_payment_methods'] {
  if (params.allowed_payment_method_types !== undefined) return null;
  const given = group(params, 'automatic_payment_methods');
  const name = 'automatic_payment_methods';
  if (given && flag(given, 'enabled', `${name}[enabled]`) === false) return null;
  // On by default since the 2023-08-16 release of the API.
  return {
    allow_redirects:
      (given && choice(given, 'allow_redirects', ['always', 'never'], `${name}[allow_redirects]`)) ??
      'always',
    enabled: true,
  };
}
