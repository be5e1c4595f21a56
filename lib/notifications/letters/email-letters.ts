import { sql } from 'drizzle-orm';
import { mintMailKey } from '../../auth/mail-keys.ts';
import { publicAddress } from '../mail-words.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

// messages: mail.emailChange.*, mail.letter.lasts
/**
 * Asks one of the two mailboxes whether an account may move to the new address. Where the new one has an account of its
 * own, that is said there, and nowhere else.
 */
export const emailChange: LetterWriter = async (db, row) => {
  const { rows } = await db.execute<{
    oldEmail: string;
    newEmail: string;
    end: 'old' | 'new';
    taken: boolean;
    minutes: number;
  }>(sql`
    select c.old_email as "oldEmail", c.new_email as "newEmail",
      case when c.new_email = ${row.recipient} then 'new' else 'old' end as end,
      exists (select from users where email = c.new_email) as taken,
      round(extract(epoch from c.expires_at - c.created_at) / 60)::int as minutes
    from email_changes c
    where c.id = ${row.subjectId} and c.ended_at is null and c.expires_at > app_now()`);
  const [change] = rows;
  if (!change) return null;
  const { end, taken, minutes, oldEmail, newEmail } = change;
  if (end === 'new' && taken) {
    return composeLetter(row, (t, locale) => ({
      subject: t('emailChange.taken.subject'),
      preview: t('emailChange.taken.preview'),
      heading: t('emailChange.taken.heading'),
      paragraphs: [t('emailChange.taken.what')],
      action: { label: t('emailChange.taken.act'), href: publicAddress('/sign-in', locale) },
    }));
  }
  const key = await mintMailKey(db, `email_change_${end}`, row.subjectId);
  return composeLetter(row, (t, locale) => ({
    subject: t(`emailChange.${end}.subject`),
    preview: t(`emailChange.${end}.preview`),
    heading: t(`emailChange.${end}.heading`),
    paragraphs: [t(`emailChange.${end}.what`, { oldEmail, newEmail })],
    action: {
      label: t(`emailChange.${end}.act`),
      href: publicAddress(`/change-email?${new URLSearchParams({ key })}`, locale),
    },
    after: [t('letter.lasts', { minutes }), t(`emailChange.${end}.notYou`)],
  }));
};

// messages: mail.emailChanged.*
/** The account has its new address: told to both. */
export const emailChanged: LetterWriter = async (db, row) => {
  const { rows } = await db.execute<{ oldEmail: string; newEmail: string; end: 'old' | 'new' }>(sql`
    select old_email as "oldEmail", new_email as "newEmail",
      case when new_email = ${row.recipient} then 'new' else 'old' end as end
    from email_changes where id = ${row.subjectId}`);
  const [change] = rows;
  if (!change) return null;
  const { end, oldEmail, newEmail } = change;
  return composeLetter(row, (t, locale) => ({
    subject: t('emailChanged.subject'),
    preview: t('emailChanged.preview', { newEmail }),
    heading: t('emailChanged.heading'),
    paragraphs: [t(`emailChanged.${end}`, { oldEmail, newEmail })],
    action: { label: t('emailChanged.act'), href: publicAddress('/account', locale) },
  }));
};
