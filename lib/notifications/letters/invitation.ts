import { sql } from 'drizzle-orm';
import { mintMailKey } from '../../auth/mail-keys.ts';
import { formatTime } from '../../time.ts';
import { publicAddress } from '../mail-words.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

// messages: mail.invitation.*
/** Asks somebody to work for an organizer. One that was answered or taken back meanwhile is not sent. */
export const invitation: LetterWriter = async (db, row) => {
  const { rows } = await db.execute<{
    role: string;
    organizer: string;
    name: string | null;
    replyTo: string;
    expiresAt: string;
  }>(sql`
    select i.role, o.name as organizer, u.name, coalesce(u.email, o.email) as "replyTo", i.expires_at as "expiresAt"
    from member_invitations i join organizers o on o.id = i.organizer_id left join users u on u.id = i.invited_by
    where i.id = ${row.subjectId} and i.accepted_at is null and i.ended_at is null and i.expires_at > app_now()`);
  const [open] = rows;
  if (!open) return null;
  const { organizer, role, name } = open;
  const key = await mintMailKey(db, 'invitation', row.subjectId);
  return composeLetter(
    row,
    (t, locale) => ({
      subject: t('invitation.subject', { organizer }),
      preview: t('invitation.preview', { role }),
      heading: t('invitation.heading', { organizer }),
      paragraphs: [
        name ? t('invitation.from', { name, organizer, role }) : t('invitation.what', { organizer, role }),
        t('invitation.how'),
      ],
      action: {
        label: t('invitation.open'),
        href: publicAddress(`/invitation?${new URLSearchParams({ key })}`, locale),
      },
      after: [
        t('invitation.until', { day: formatTime(new Date(open.expiresAt), 'UTC', locale, 'longDay') }),
        t('invitation.notYou'),
      ],
    }),
    open.replyTo,
  );
};
