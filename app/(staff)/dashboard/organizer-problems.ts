import { getTranslations } from 'next-intl/server';
import type { Locale } from '#lib/i18n/routing.ts';

const CODES = [
  'name_missing',
  'name_too_long',
  'name_is_link',
  'email_missing',
  'email_invalid',
  'country_missing',
  'description_too_long',
  'legal_address_too_long',
  'tax_number_too_long',
  'slug_invalid',
  'slug_taken',
] as const;

// messages: organizer.problems.*
/** Words for what the schemas of an organizer find wrong with a field. */
export async function organizerProblems(locale: Locale): Promise<(code: string) => string> {
  const t = await getTranslations({ locale, namespace: 'organizer.problems' });
  return (code) => t(CODES.find((known) => known === code) ?? 'invalid');
}
