import { ApiError, invalidRequest, missingParameter, unsupported } from './errors.ts';
import type { FormObject, FormValue } from './form.ts';

/** Parameters Stripe knows and this stand-in does not act on: said plainly instead of being ignored. */
const UNSUPPORTED = new Set([
  'application_fee_amount',
  'confirmation_token',
  'customer',
  'customer_account',
  'mandate',
  'on_behalf_of',
  'reverse_transfer',
  'refund_application_fee',
  'instructions_email',
  'setup_future_usage',
  'transfer_data',
  'transfer_group',
]);

/** Parameters of earlier API releases: Stripe hints at the new name. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['payment_method_types', 'allowed_payment_method_types'],
]);

/** Refuses what the endpoint does not know, as Stripe does. */
export function allowOnly(params: FormObject, names: readonly string[]): void {
  for (const name of Object.keys(params)) {
    if (names.includes(name) || name === 'expand' || name === 'key' || name === '_stripe_version') continue;
    if (UNSUPPORTED.has(name)) throw unsupported(`The parameter ${name}`, name);
    const hint = RENAMED.get(name);
    throw invalidRequest(`Received unknown parameter: ${name}${hint ? `. Did you mean ${hint}?` : ''}`, {
      code: 'parameter_unknown',
      param: name,
    });
  }
}

/** A text, or undefined when absent. Stripe reads an empty text as "unset"; callers see it as ''. */
export function text(params: FormObject, name: string, param = name): string | undefined {
  const value = params[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalidRequest('Invalid string: must be a string.', { param });
}

export function requiredText(params: FormObject, name: string, param = name): string {
  const value = text(params, name, param);
  if (value === undefined || value === '') throw missingParameter(param);
  return value;
}

export function integer(params: FormObject, name: string, param = name): number | undefined {
  const value = text(params, name, param);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(value)) {
    throw invalidRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param });
  }
  return Number(value);
}

export function positiveInteger(params: FormObject, name: string): number | undefined {
  const value = integer(params, name);
  if (value !== undefined && value < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: name,
    });
  }
  return value;
}

export function flag(params: FormObject, name: string, param = name): boolean | undefined {
  const value = text(params, name, param);
  if (value === undefined || value === '') return undefined;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw invalidRequest(`Invalid boolean: ${value}`, { param });
}

export function choice<T extends string>(
  params: FormObject,
  name: string,
  allowed: readonly T[],
  param = name,
): T | undefined {
  const value = text(params, name, param);
  if (value === undefined || value === '') return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const last = allowed.at(-1) ?? '';
  throw invalidRequest(`Invalid ${param}: must be one of ${allowed.slice(0, -1).join(', ')}, or ${last}`, {
    param,
  });
}

export function group(params: FormObject, name: string): FormObject | undefined {
  const value: FormValue | undefined = params[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') throw invalidRequest('Invalid object', { param: name });
  return value;
}

export function list(params: FormObject, name: string): string[] | undefined {
  const value = group(params, name);
  if (value === undefined) return undefined;
  return Object.values(value).map((one) => {
    if (typeof one !== 'string') throw invalidRequest('Invalid array', { param: name });
    return one;
  });
}

export type Metadata = { [key: string]: string };

/** Merges the given metadata into the stored one; an empty value removes its key, `metadata=''` removes all. */
export function mergedMetadata(params: FormObject, before: Metadata): Metadata {
  if (params.metadata === '') return {};
  const given = group(params, 'metadata');
  if (given === undefined) return before;
  const merged = { ...before };
  for (const [key, value] of Object.entries(given)) {
    if (typeof value !== 'string')
      throw invalidRequest(`Invalid string: metadata[${key}]`, { param: `metadata[${key}]` });
    if (key.length > 40) {
      throw invalidRequest(`Metadata keys can have up to 40 characters: ${key}`, { param: 'metadata' });
    }
    if (value.length > 500) {
      throw invalidRequest(
        `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value}`,
        { param: 'metadata' },
      );
    }
    if (value === '') delete merged[key];
    else merged[key] = value;
  }
  if (Object.keys(merged).length > 50) {
    throw invalidRequest('You can only have 50 metadata keys.', { param: 'metadata' });
  }
  return merged;
}

/** An absolute http(s) address. */
export function address(params: FormObject, name: string): string | undefined {
  const value = text(params, name);
  if (value === undefined || value === '') return undefined;
  const parsed = URL.parse(value);
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return value;
  throw new ApiError(400, {
    type: 'invalid_request_error',
    code: 'url_invalid',
    message: 'Not a valid URL',
    param: name,
  });
}
