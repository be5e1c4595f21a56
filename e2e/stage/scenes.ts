import { Client } from 'pg';
import { findMails } from '#sandbox/screenshots/find-mails.ts';
import { cookiesFor, makeBookings } from '#sandbox/screenshots/make-bookings.ts';
import { askForTickets, makeKeys } from '#sandbox/screenshots/make-keys.ts';
import { makeStaffScenes } from '#sandbox/screenshots/make-staff-scenes.ts';
import { makeTrouble } from '#sandbox/screenshots/make-trouble.ts';
import type { Scenes } from '#sandbox/screenshots/public-pages.ts';
import { attendee } from '#sandbox/seed/people.ts';
import { ask } from './database.ts';
import { eventOnSale } from './event-on-sale.ts';
import { holdThroughWeb } from './form-buyer.ts';
import { house, setting } from './house.ts';

const seats = (quantity: number) => ({ ticketTypes: [{ name: 'Seat', price: 1000, fee: 100, quantity }] });

/**
 * Makes one of everything that a page can show, of which the six events have only some. What no verb does yet
 * is written into the tables. Needs `useVerbs`.
 *
 * @returns the scenes, and cookies that open their bookings
 */
export async function makeScenes(): Promise<{
  scenes: Scenes;
  cookies: { name: string; value: string; url: string }[];
}> {
  const make = async (title: string, quantity = 20) =>
    (await eventOnSale({ title, ...seats(quantity) })).slug;
  const events = {
    onSale: 'paid-concert',
    free: 'free-exhibition',
    soldOut: 'sold-out-play',
    notYet: 'not-yet-on-sale',
    online: 'online-talk',
    fewLeft: await make('The Last Few', 4),
    inCarts: await make('In Every Cart', 2),
    ended: await make('Doors Only'),
    postponed: await make('Another Day'),
    cancelled: await make('Not Any More'),
    past: await make('That Was It'),
    takenDown: await make('Not on Our Pages'),
    longTitle: await make(
      'Die erstaunliche Geschichte der Leipziger Straßenbahnhaltestellenansagen und ihrer Stimmen',
    ),
    otherScript: await make('夜のピアノ、雨の記憶'),
  };
  await holdThroughWeb(events.inCarts, 2);
  const {
    bookings: { confirmed: eventCancelled },
  } = await withOwner((owner) => makeBookings(owner, events.cancelled));
  const { bookings, handing } = await withOwner((owner) => makeBookings(owner, events.otherScript));
  await withOwner((owner) => makeTrouble(owner, events.otherScript));
  await ask(
    `update events set status = 'cancelled', cancelled_at = app_now(), status_reason = 'The roof leaks.' where slug = $1`,
    [events.cancelled],
  );
  await ask(`update events set status = 'postponed' where slug = $1`, [events.postponed]);
  await ask(
    `update events set taken_down_at = app_now(), taken_down_reason = 'The hall knows nothing of it.' where slug = $1`,
    [events.takenDown],
  );
  await ask(
    `update events set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'
     where slug = $1`,
    [events.past],
  );
  await ask(
    `update ticket_types set sales_end_at = app_now() - interval '1 hour'
     where event_id = (select id from events where slug = $1)`,
    [events.ended],
  );
  const [place] = await ask<{ venue: string; organizer: string }>(
    `select v.slug as venue, o.slug as organizer from events e join venues v on v.id = e.venue_id
     join organizers o on o.id = e.organizer_id where e.slug = $1`,
    [events.onSale],
  );
  const staff = await withOwner(makeStaffScenes);
  const keys = await withOwner((owner) => makeKeys(owner, attendee.email));
  await askForTickets(attendee.email);
  const scenes: Scenes = {
    events,
    bookings: { ...bookings, eventCancelled },
    handing,
    ...place,
    staff,
    keys,
    mails: await withOwner((owner) => findMails(owner, house().inboxUrl ?? '', bookings.confirmed)),
  };
  const references = [...Object.values(scenes.bookings), handing.booking];
  const cookies = await withOwner((owner) => cookiesFor(owner, references, house().appUrl));
  return { scenes, cookies: [...cookies, { ...handing.cookie, url: house().appUrl }] };
}

async function withOwner<T>(use: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: setting('DATABASE_OWNER_URL') });
  await owner.connect();
  try {
    return await use(owner);
  } finally {
    await owner.end();
  }
}
