import type { Client } from 'pg';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { database } from '#lib/database.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { checkInTicket } from '#lib/tickets/check-in-ticket.ts';

const SYSTEM = { kind: 'system' } as const;
const HOUR = 3_600_000;

const guests = [
  'Marta Ferreira',
  'نور الهدى العلوي',
  '中村 由紀',
  'Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen von und zu Oberammergau, Esq.',
];

/**
 * Makes an event of tonight, where one guest is in and the others are on their way.
 *
 * @param organizer its slug
 * @returns the slug of the event
 */
export async function makeDoorScene(owner: Client, organizer: string): Promise<string> {
  const { rows } = await owner.query<{ organizer: string; venue: string; category: string }>(
    `select o.id as organizer, v.id as venue, (select slug from categories order by position limit 1) as category
     from organizers o join venues v on v.organizer_id = o.id where o.slug = $1 limit 1`,
    [organizer],
  );
  const [place] = rows;
  if (!place) throw new Error(`${organizer} has no venue.`);
  const event = await createEvent(database(), SYSTEM, place.organizer, {
    title: 'Tonight at the Door',
    summary: 'Somebody is in already.',
    description: 'An evening to let people in to.',
    category: place.category,
    venueId: place.venue,
    startsAt: new Date(Date.now() + 2 * HOUR),
    endsAt: new Date(Date.now() + 5 * HOUR),
    currency: 'EUR',
    refundPolicy: 'Free of charge.',
    ticketTypes: [{ name: 'Entry', price: 0, quantity: 40 }],
  });
  await publishEvent(database(), SYSTEM, place.organizer, event.eventId);
  const ticketTypeId = event.ticketTypes[0]?.id ?? '';
  const { reference, secret } = await holdTickets(
    { eventId: event.eventId, items: [{ ticketTypeId, quantity: guests.length }], locale: 'en' },
    { userId: null },
  );
  await startPayment(
    reference,
    {
      buyerName: guests[0] ?? '',
      buyerEmail: `${reference.toLowerCase()}@example.org`,
      attendees: guests.map((name) => ({ ticketTypeId, name, email: '' as const })),
      acceptTerms: true,
      marketingConsent: false,
    },
    { actor: { kind: 'guest' }, key: secret },
  );
  const { rows: tickets } = await owner.query<{ id: string }>(
    'select id from tickets where event_id = $1 order by position limit 1',
    [event.eventId],
  );
  await checkInTicket(database(), SYSTEM, event.eventId, {
    ticket: tickets[0]?.id ?? '',
    door: 'Main door',
    scanId: crypto.randomUUID(),
  });
  return event.slug;
}
