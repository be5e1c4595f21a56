import { type LetterProps, letter } from '#emails/letter.tsx';
import { renderMail } from '#emails/render.tsx';
import type { RenderedMail } from '#emails/template.ts';
import type { Queryable } from '../../database.ts';
import type { Locale } from '../../i18n/routing.ts';
import { type MailTranslator, mailLocale, mailTranslator } from '../mail-words.ts';

/** A letter that is to be written now. */
export type LetterRow = { subjectId: string; recipient: string; locale: string };

/** A letter as it goes out. `replyTo` null: an answer reaches the sender. */
export type Letter = RenderedMail & { replyTo: string | null };

/**
 * Writes a letter from what its subject says now; null when there is nothing to say any more. A key in it is minted
 * here, so the words are nowhere but in the mail.
 */
export type LetterWriter = (db: Queryable, row: LetterRow) => Promise<Letter | null>;

/** What is said in the recipient's language. */
type Words = Pick<LetterProps, 'subject' | 'preview' | 'heading' | 'paragraphs'> &
  Partial<Pick<LetterProps, 'links' | 'action' | 'after' | 'closing'>>;

// messages: mail.letter.why
/** Puts a letter into its frame. */
export async function composeLetter(
  row: LetterRow,
  say: (t: MailTranslator<'mail'>, locale: Locale) => Words,
  replyTo: string | null = null,
): Promise<Letter> {
  const locale = mailLocale(row.locale);
  const t = mailTranslator(locale);
  const mail = await renderMail(letter, {
    locale,
    direction: 'ltr',
    testStamp: null,
    action: null,
    after: [],
    closing: [t('letter.why', { email: row.recipient })],
    ...say(t, locale),
  });
  return { ...mail, replyTo };
}
