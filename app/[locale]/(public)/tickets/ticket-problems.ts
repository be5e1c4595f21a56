import { getTranslations } from 'next-intl/server';

// messages: auth.problems.*
/** Words for the codes of the schemas of tickets. */
export async function ticketProblems(): Promise<(code: string) => string> {
  const t = await getTranslations('auth.problems');
  return (code) => {
    switch (code) {
      case 'name_missing':
      case 'name_too_long':
      case 'email_missing':
      case 'email_invalid':
        return t(code);
      default:
        return t('invalid');
    }
  };
}
