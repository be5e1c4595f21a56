import { useTranslations } from 'next-intl';

// messages: checkout.errors.*

const codes = ['required', 'too_long', 'email', 'name', 'terms'] as const;
type Code = (typeof codes)[number];

const isCode = (text: string | undefined): text is Code => codes.some((code) => code === text);

/** What is asked for, where a field is empty. */
export type AskedFor = 'name' | 'email' | 'attendee';

/** The words for what the schema found wrong with a field. */
export function useFieldWords(): (message: string | undefined, asked?: AskedFor) => string | undefined {
  // messages: checkout.errors.missing.*
  const t = useTranslations('checkout.errors');
  return (message, asked) => {
    if (message === undefined) return undefined;
    const code = isCode(message) ? message : 'required';
    return code === 'required' && asked ? t(`missing.${asked}`) : t(code);
  };
}
