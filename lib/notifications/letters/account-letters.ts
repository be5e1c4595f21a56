import { sql } from 'drizzle-orm';
import { mintMailKey } from '../../auth/mail-keys.ts';
import type { Queryable } from '../../database.ts';
import { publicAddress } from '../mail-words.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

/** The request a letter is about, while it can still be used. */
async function openRequest(
  db: Queryable,
  id: string,
): Promise<{ kind: string; name: string | null; minutes: number } | null> {
  const { rows } = await db.execute<{ kind: string; name: string | null; minutes: number }>(sql`
    select r.kind, coalesce(u.name, r.name) as name,
      round(extract(epoch from r.expires_at - r.created_at) / 60)::int as minutes
    from account_requests r left join users u on u.id = r.user_id
    where r.id = ${id} and r.used_at is null and r.expires_at > app_now()`);
  return rows[0] ?? null;
}

/** Where the key comes back: a page with a button, because programs that read mail follow links. */
const keyAddress = (page: string, key: string, locale: string) =>
  publicAddress(`${page}?${new URLSearchParams({ key })}`, locale);

// messages: mail.registration.*, mail.signInLink.*, mail.passwordReset.*, mail.eraseAccount.*, mail.letter.lasts
/** A letter whose key does what was asked for. */
const withKey =
  (words: 'registration' | 'signInLink' | 'passwordReset' | 'eraseAccount', page: string): LetterWriter =>
  async (db, row) => {
    const request = await openRequest(db, row.subjectId);
    if (!request) return null;
    const key = await mintMailKey(db, 'account_request', row.subjectId);
    return composeLetter(row, (t, locale) => ({
      subject: t(`${words}.subject`),
      preview: t(`${words}.preview`),
      heading: t(`${words}.heading`, { name: request.name ?? '', named: String(Boolean(request.name)) }),
      paragraphs: [t(`${words}.what`)],
      action: { label: t(`${words}.act`), href: keyAddress(page, key, locale) },
      after: [t('letter.lasts', { minutes: request.minutes }), t(`${words}.notYou`)],
    }));
  };

export const registration = withKey('registration', '/confirm');
export const signInLink = withKey('signInLink', '/sign-in/link');
export const passwordReset = withKey('passwordReset', '/reset-password');
export const eraseAccount = withKey('eraseAccount', '/account/delete');

// messages: mail.accountKnown.*
/** Somebody signed up with an address that has an account: its owner hears of it, and nobody else. */
export const accountKnown: LetterWriter = (_db, row) =>
  composeLetter(row, (t, locale) => ({
    subject: t('accountKnown.subject'),
    preview: t('accountKnown.preview'),
    heading: t('accountKnown.heading'),
    paragraphs: [t('accountKnown.what')],
    action: { label: t('accountKnown.act'), href: publicAddress('/sign-in', locale) },
    after: [t('accountKnown.forgotten'), t('accountKnown.notYou')],
  }));

// messages: mail.accountUnknown.*
/** Somebody asked for a way into an account that this address does not have. */
export const accountUnknown: LetterWriter = (_db, row) =>
  composeLetter(row, (t, locale) => ({
    subject: t('accountUnknown.subject'),
    preview: t('accountUnknown.preview'),
    heading: t('accountUnknown.heading'),
    paragraphs: [t('accountUnknown.what')],
    action: { label: t('accountUnknown.act'), href: publicAddress('/sign-up', locale) },
    after: [t('accountUnknown.notYou')],
  }));

// messages: mail.passwordChanged.*
/** The password has been changed: for whoever did not do it. */
export const passwordChanged: LetterWriter = (_db, row) =>
  composeLetter(row, (t, locale) => ({
    subject: t('passwordChanged.subject'),
    preview: t('passwordChanged.preview'),
    heading: t('passwordChanged.heading'),
    paragraphs: [t('passwordChanged.what')],
    action: { label: t('passwordChanged.act'), href: publicAddress('/forgot-password', locale) },
  }));

// messages: mail.accountErased.*
/** The last letter: the account is gone. It names nobody, and its row goes with it. */
export const accountErased: LetterWriter = (_db, row) =>
  composeLetter(row, (t) => ({
    subject: t('accountErased.subject'),
    preview: t('accountErased.preview'),
    heading: t('accountErased.heading'),
    paragraphs: [t('accountErased.what'), t('accountErased.stays'), t('accountErased.tickets')],
    after: [t('accountErased.notYou')],
    closing: [t('accountErased.last', { email: row.recipient })],
  }));
