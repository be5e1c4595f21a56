import type { Client } from 'pg';
import { attendee } from '../seed/people.ts';
import { findMails } from './find-mails.ts';
import { makeBookings } from './make-bookings.ts';
import { askForTickets, makeKeys } from './make-keys.ts';
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

/**
 * Makes what the demo's programme does not have by itself, in a house that is thrown away afterwards: what no verb does
 * yet is written into the tables.
 */
export async function makeSeedScenes(
  owner: Client,
  house: { inboxUrl: string | undefined },
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
  const staff = await makeStaffScenes(owner);
  const keys = await makeKeys(owner, attendee.email);
  await askForTickets(attendee.email);
  return {
    events,
    bookings: { ...bookings, eventCancelled: found.cancelled },
    handing,
    venue: found.venue,
    organizer: found.organizer,
    staff,
    keys,
    mails: await findMails(owner, house.inboxUrl ?? '', bookings.confirmed),
  };
}
