import { useTranslations } from 'next-intl';

// messages: checkout.errors.*

const codes = ['required', 'too_long', 'email', 'name', 'terms'] as const;
type Code = (typeof codes)[number];

const isCode = (text: string | undefined): text is Code => codes.some((code) => code === text);

/** The words for what the schema found wrong with a field. */
export function useFieldWords(): (message: string | undefined) => string | undefined {
  const t = useTranslations('checkout.errors');
  return (message) => (message === undefined ? undefined : t(isCode(message) ? message : 'required'));
}
