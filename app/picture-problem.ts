import { getTranslations } from 'next-intl/server';
import type { Locale } from '#lib/i18n/routing.ts';

const CODES = [
  'picture_missing',
  'picture_too_large',
  'picture_too_many_pixels',
  'picture_unknown',
  'picture_damaged',
  'picture_animated',
] as const;

// messages: errors.picture_missing, errors.picture_too_large, errors.picture_too_many_pixels, errors.picture_unknown
// messages: errors.picture_damaged, errors.picture_animated
/** Why a picture was not taken and what to do, by the code that is in the address or was thrown; null for no such code. */
export async function pictureProblem(code: string, locale: Locale): Promise<string | null> {
  const t = await getTranslations({ locale, namespace: 'account.picture' });
  if (code === 'busy') return t('busy');
  if (code === 'too_many_tries') return t('tooOften');
  const known = CODES.find((one) => one === code);
  return known ? (await getTranslations({ locale, namespace: 'errors' }))(known) : null;
}
