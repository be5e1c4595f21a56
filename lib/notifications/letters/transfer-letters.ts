import { sql } from 'drizzle-orm';
import { mintMailKey } from '../../auth/mail-keys.ts';
import type { Queryable } from '../../database.ts';
import { formatTime } from '../../time.ts';
import { publicAddress } from '../mail-words.ts';
import { ticketLink } from '../ticket-link.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

type Transfer = {
  status: 'offered' | 'claimed' | 'declined' | 'withdrawn' | 'expired';
  due: boolean;
  fromName: string;
  fromEmail: string;
  toName: string;
  expiresAt: Date;
  ticketType: string;
  ticket: { id: string; code: string; revision: number };
  /** Whether it is still with whoever took it. */
  theirs: boolean;
  event: { title: string; startsAt: Date; timezone: string; slug: string };
  /** The organizer, who reads what is answered. */
  replyTo: string;
};

async function load(db: Queryable, id: string): Promise<Transfer | null> {
  const { rows } = await db.execute<{
    status: Transfer['status'];
    due: boolean;
    fromName: string;
    fromEmail: string;
    toName: string;
    expiresAt: string;
    ticketType: string;
    ticketId: string;
    code: string;
    revision: number;
    theirs: boolean;
    title: string;
    startsAt: string;
    timezone: string;
    slug: string;
    replyTo: string;
  }>(sql`
    select f.status, f.expires_at <= app_now() as due, f.from_name as "fromName",
      f.from_email as "fromEmail", f.to_name as "toName",
      f.expires_at as "expiresAt", k.name as "ticketType", t.id as "ticketId", t.code, t.revision,
      f.id = (select n.id from ticket_transfers n where n.ticket_id = t.id and n.status = 'claimed'
              order by n.ended_at desc limit 1) as theirs,
      e.title, e.starts_at as "startsAt", e.timezone, e.slug, o.email as "replyTo"
    from ticket_transfers f
    join tickets t on t.id = f.ticket_id join ticket_types k on k.id = t.ticket_type_id
    join events e on e.id = t.event_id join organizers o on o.id = e.organizer_id
    where f.id = ${id}`);
  const [row] = rows;
  if (!row) return null;
  const { ticketId, code, revision, title, startsAt, timezone, slug, expiresAt, ...rest } = row;
  return {
    ...rest,
    expiresAt: new Date(expiresAt),
    ticket: { id: ticketId, code, revision },
    event: { title, startsAt: new Date(startsAt), timezone, slug },
  };
}

const when = ({ event }: Transfer, locale: string) =>
  formatTime(event.startsAt, event.timezone, locale, 'dayTime');

// messages: mail.transferOffered.*
/** Offers somebody a ticket. One that was answered or taken back meanwhile is not sent. */
export const transferOffered: LetterWriter = async (db, row) => {
  const transfer = await load(db, row.subjectId);
  if (transfer?.status !== 'offered' || transfer.due) return null;
  const key = await mintMailKey(db, 'transfer', row.subjectId);
  const { fromName: from, toName: name, ticketType, event } = transfer;
  return composeLetter(
    row,
    (t, locale) => ({
      subject: t('transferOffered.subject', { from, event: event.title }),
      preview: t('transferOffered.preview', { when: when(transfer, locale) }),
      heading: t('transferOffered.heading', { name }),
      paragraphs: [
        t('transferOffered.what', { from, ticketType, event: event.title, when: when(transfer, locale) }),
        t('transferOffered.how'),
      ],
      action: {
        label: t('transferOffered.open'),
        href: publicAddress(`/transfer?${new URLSearchParams({ key })}`, locale),
      },
      after: [
        t('transferOffered.until', {
          when: formatTime(transfer.expiresAt, event.timezone, locale, 'dayTime'),
        }),
        t('transferOffered.notYou', { from }),
      ],
    }),
    transfer.replyTo,
  );
};

// messages: mail.ticketClaimed.*
/** The way to a ticket for whoever took it; not sent when it has gone on to somebody else since. */
export const ticketClaimed: LetterWriter = async (db, row) => {
  const transfer = await load(db, row.subjectId);
  if (transfer?.status !== 'claimed' || !transfer.theirs) return null;
  const { toName: name, fromName: from, ticketType, event, ticket } = transfer;
  return composeLetter(
    row,
    (t, locale) => ({
      subject: t('ticketClaimed.subject', { event: event.title }),
      preview: t('ticketClaimed.preview', { when: when(transfer, locale) }),
      heading: t('ticketClaimed.heading', { name }),
      paragraphs: [
        t('ticketClaimed.what', { from, ticketType, event: event.title, when: when(transfer, locale) }),
        t('ticketClaimed.how', { from }),
      ],
      action: { label: t('ticketClaimed.open'), href: ticketLink({ ...ticket, transferred: true }, locale) },
    }),
    transfer.replyTo,
  );
};

// messages: mail.transferEnded.*
/**
 * What came of an offer: to whoever made it, or, when they took it back, to whoever it was made to; and when it was taken,
 * to whoever was to come along with the ticket until then.
 */
export const transferEnded: LetterWriter = async (db, row) => {
  const transfer = await load(db, row.subjectId);
  if (!transfer || transfer.status === 'offered') return null;
  const { toName: to, fromName: from, event } = transfer;
  const toGiver = row.recipient.toLowerCase() === transfer.fromEmail.toLowerCase();
  const status = transfer.status === 'claimed' && !toGiver ? 'gone' : transfer.status;
  return composeLetter(
    row,
    (t, locale) => {
      const values = { status, to, from, event: event.title, when: when(transfer, locale) };
      return {
        subject: t('transferEnded.subject', values),
        preview: t('transferEnded.preview', values),
        heading: t('transferEnded.heading', values),
        paragraphs: [t('transferEnded.what', values)],
      };
    },
    transfer.replyTo,
  );
};
