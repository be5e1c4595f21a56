import { useMessages } from 'next-intl';
import { wordFor } from './word-for.ts';

// messages: audit.action.*
/** Says an action such as `event.published` in words; one that only an older version knew, as it is written. */
export function useActionWords(): (action: string) => string {
  const groups: Record<string, Record<string, string>> = useMessages().audit.action;
  return (action) => {
    const [object = '', verb = ''] = action.split('.');
    return wordFor(groups[object] ?? {}, verb) ?? action;
  };
}
