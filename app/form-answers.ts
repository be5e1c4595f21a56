import { getTranslations } from 'next-intl/server';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { DomainError, type ErrorCode } from '#lib/errors.ts';
import type { Locale } from '#lib/i18n/routing.ts';

type Incomplete = { issues: readonly { path: readonly PropertyKey[]; message: string }[] };

/** One field of a form, or nothing. Without null bytes, which no browser sends and PostgreSQL takes in no text. */
export function fieldOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}

/** What may be sent back into the fields. Next adds some of its own, which begin with a dollar sign. */
function typedIn(data: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === 'string' && !name.startsWith('$')) typed[name] = value;
  return typed;
}

/** The first thing that is wrong with each field. @param say words for a code of the schema */
export function incomplete(error: Incomplete, data: FormData, say: (code: string) => string): FormAnswer {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0])] ??= say(message);
  return { kind: 'incomplete', problems, typed: typedIn(data) };
}

// messages: errors.*
/**
 * Why it was not done. Throws what is a defect.
 *
 * @param better words for codes of which this form can say more than their own words do
 */
export async function refused(
  error: unknown,
  data: FormData,
  locale: Locale,
  better: Partial<Record<ErrorCode, string>> = {},
): Promise<FormAnswer> {
  if (!(error instanceof DomainError)) throw error;
  const t = await getTranslations({ locale, namespace: 'errors' });
  return {
    kind: 'refused',
    message: better[error.code] ?? t(error.code, error.values),
    typed: typedIn(data),
  };
}
