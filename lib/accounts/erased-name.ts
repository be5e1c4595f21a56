import { type SQL, sql } from 'drizzle-orm';
import { messages } from '../i18n/messages.ts';

// messages: account.erased.name
/** What stands where an erased person's name was, in the language of the row. */
export const erasedName = (locale: SQL): SQL =>
  sql`case when ${locale} = 'de' then ${messages.de.account.erased.name}::text else ${messages.en.account.erased.name}::text end`;
