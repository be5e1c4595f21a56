import type { FormFields } from './messages.ts';

/** Writes a nested object in Stripe's bracket notation, e.g. billing details. Empty values are left out. */
export function formFields(prefix: string, value: unknown): FormFields {
  if (value === undefined || value === null) return {};
  if (typeof value === 'string') return { [prefix]: value };
  if (typeof value !== 'object') return { [prefix]: JSON.stringify(value) };
  const fields: FormFields = {};
  for (const [key, part] of Object.entries(value)) {
    Object.assign(fields, formFields(prefix === '' ? key : `${prefix}[${key}]`, part));
  }
  return fields;
}
