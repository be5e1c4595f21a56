import type { Client } from 'pg';
import { attendee } from '../seed/people.ts';
import { makeBookings } from './make-bookings.ts';
import { makeKeys } from './make-keys.ts';
import { makeStaffScenes } from './make-staff-scenes.ts';
import { makeTrouble } from './make-trouble.ts';
import type { EventScene, Scenes } from './public-pages.ts';

/** Where the demo's programme has each kind of event. */
const events: Record<EventScene, string> = {
  onSale: 'salt-and-static',
  free: 'paper-weather',
  fewLeft: 'three-pianos-one-cellar',
  soldOut: 'the-seagull',
  inCarts: 'bind-your-first-book',
  notYet: 'brass-against-the-rain',
  ended: 'lake-effect',
  postponed: 'nit-de-cobla-electrica',
  cancelled: 'seven-ships',
  past: 'fado-for-people-who-talk',
  takenDown: 'the-night-the-clocks-change',
  online: 'how-to-read-a-balance-sheet',
  longTitle: 'strassenbahnhaltestellenansagen',
  otherScript: 'yoru-no-piano',
};

/** Has enough left for a handful of bookings. */
const bookable = 'low-tide-sound-system';

/** What the mail stand-in says of a mail. */
type Listed = { messages: { id: string; subject: string; to: string[] }[] };

/**
 * Makes what the demo's programme does not have by itself, in a house that is thrown away afterwards: what no verb does
 * yet is written into the tables.
 */
export async function makeSeedScenes(
  owner: Client,
  house: { inboxUrl: string | undefined; controls: Record<string, string> },
): Promise<Scenes> {
  await owner.query(`update events set status = 'postponed' where slug = $1`, [events.postponed]);
  await owner.query(
    `update events set taken_down_at = app_now(), taken_down_reason = 'The hall knows nothing of it.' where slug = $1`,
    [events.takenDown],
  );
  await owner.query(
    `update ticket_types set sales_end_at = app_now() - interval '1 hour'
     where event_id = (select id from events where slug = $1)`,
    [events.ended],
  );
  const { bookings, handing } = await makeBookings(owner, bookable);
  await makeTrouble(owner, bookable);
  const {
    rows: [found],
  } = await owner.query<{ cancelled: string; venue: string; organizer: string }>(
    `select (select reference from bookings b join events c on c.id = b.event_id
             where c.slug = $1 and b.confirmed_at is not null limit 1) as cancelled,
            v.slug as venue, o.slug as organizer
     from events e join venues v on v.id = e.venue_id join organizers o on o.id = e.organizer_id
     where e.slug = $2`,
    [events.cancelled, events.onSale],
  );
  if (!found) throw new Error('The demo’s programme has changed.');
  return {
    events,
    bookings: { ...bookings, eventCancelled: found.cancelled },
    handing,
    venue: found.venue,
    organizer: found.organizer,
    staff: await makeStaffScenes(owner),
    mails: await findMails(owner, house),
    keys: await makeKeys(owner, attendee.email),
  };
}

/** The newest mail of each kind, by what was asked to be sent. */
async function findMails(
  owner: Client,
  house: { inboxUrl: string | undefined; controls: Record<string, string> },
): Promise<Record<string, string>> {
  const response = await fetch(`${house.controls.SANDBOX_MAIL_CONTROL_URL}/messages`);
  const { messages } = (await response.json()) as Listed;
  const { rows } = await owner.query<{ kind: string; recipient: string }>(
    `select distinct on (kind) kind, recipient from deliveries where status = 'sent' order by kind, sent_at desc`,
  );
  return Object.fromEntries(
    rows.flatMap(({ kind, recipient }) => {
      const mail = messages.find(({ to }) => to.includes(recipient));
      return mail ? [[kind, `${house.inboxUrl}/messages/${mail.id}/html`]] : [];
    }),
  );
}
