import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent, type House } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';
import { ask } from '../stage/database.ts';
import { holdThroughWeb, payFor } from '../stage/form-buyer.ts';
import { until } from '../stage/house.ts';
import { addMember, type Person, type Reader, someoneSignedIn } from './readers.ts';

/** What the matrix asks for: things of one organizer and of one buyer, and everybody who may try to get at them. */
export type World = {
  house: House;
  /** The organizer's address. */
  organizer: string;
  event: { id: string; slug: string; ticketTypeId: string };
  venue: string;
  /** A confirmed booking of two in the buyer's account, whose key nobody else has. */
  booking: Booking;
  /** One of its tickets, which has been handed on to the attendee. */
  handedOn: { id: string; code: string };
  /** The reference of another booking in the buyer's account, whose secret may change. */
  spare: string;
  people: Record<Exclude<Reader, 'guest'>, Person>;
};

export type Booking = { id: string; reference: string; key: string; tickets: { id: string; code: string }[] };

/** Builds it through the verbs and the web. Needs `useVerbs`. */
export async function buildWorld(): Promise<World> {
  const db = database();
  const house = await buildHouse(db);
  const made = await createEvent(
    db,
    house.owner,
    house.organizerId,
    exampleEvent(house, {
      title: 'Whose Is It',
      // Most calls take a place, and many never give it back.
      ticketTypes: [{ name: 'Seat', price: 1500, fee: 100, quantity: 2000, maxPerBooking: 10 }],
      promoCodes: [{ code: 'TENTH', percentOff: 10, usageLimit: 100 }],
    }),
  );
  await publishEvent(db, house.owner, house.organizerId, made.eventId);
  const other = await buildHouse(db, { name: 'The Others' });
  const people = {
    suspended: await someoneSignedIn('Sus Pended'),
    attendee: await someoneSignedIn('Ada Tendee'),
    buyer: await someoneSignedIn('Bo Yer'),
    outsider: await someoneSignedIn('Out Sider'),
    door: await someoneSignedIn('Dora Door'),
    box_office: await someoneSignedIn('Boris Office'),
    manager: await someoneSignedIn('Mana Ger'),
    owner: await someoneSignedIn('Olga Owner'),
    admin: await someoneSignedIn('Adam In', 'admin'),
  };
  await addMember(house.organizerId, people.suspended.userId, 'owner');
  await ask('update users set suspended_at = app_now() where id = $1', [people.suspended.userId]);
  await addMember(other.organizerId, people.outsider.userId, 'owner');
  for (const role of ['door', 'box_office', 'manager', 'owner'] as const) {
    await addMember(house.organizerId, people[role].userId, role);
  }
  const [place] = await ask<{ organizer: string; venue: string; type: string }>(
    `select o.slug as organizer, v.slug as venue, t.id as type from events e join organizers o on o.id = e.organizer_id
     join venues v on v.id = e.venue_id join ticket_types t on t.event_id = e.id where e.id = $1`,
    [made.eventId],
  );
  if (!place) throw new Error('the event is not there');
  const booking = await buy(made.slug, people.buyer.userId);
  const handedOn = booking.tickets[1];
  if (!handedOn) throw new Error('there is no second ticket');
  await ask(
    'update tickets set transferred_at = app_now(), holder_user_id = $2, attendee_email = $3 where id = $1',
    [handedOn.id, people.attendee.userId, people.attendee.email],
  );
  return {
    house,
    organizer: place.organizer,
    venue: place.venue,
    event: { id: made.eventId, slug: made.slug, ticketTypeId: place.type },
    booking,
    handedOn,
    spare: (await buy(made.slug, people.buyer.userId)).reference,
    people,
  };
}

/** A confirmed booking of two in somebody's account. */
async function buy(slug: string, userId: string): Promise<Booking> {
  const held = await holdThroughWeb(slug, 2);
  await payFor(held);
  await until(`${held.reference} is confirmed`, async () => {
    const [row] = await ask<{ status: string }>('select status from bookings where reference = $1', [
      held.reference,
    ]);
    return row?.status === 'confirmed';
  });
  const [row] = await ask<{ id: string }>(
    'update bookings set user_id = $2 where reference = $1 returning id',
    [held.reference, userId],
  );
  if (!row) throw new Error('the booking is not there');
  const tickets = await ask<{ id: string; code: string }>(
    'select id, code from tickets where booking_id = $1 order by position',
    [row.id],
  );
  return { id: row.id, reference: held.reference, key: held.key, tickets };
}
