import type { BrowserContext } from 'playwright/test';
import { inHours } from '#lib/catalog/testing.ts';
import { addMember, type Person, someoneSignedIn } from '../access/readers.ts';
import { ask } from './database.ts';
import { eventOnSale } from './event-on-sale.ts';
import { holdThroughWeb, payFor } from './form-buyer.ts';
import { house, until } from './house.ts';

/** An event of tonight, somebody at its door, and a paid booking. */
export type DoorScene = {
  slug: string;
  eventId: string;
  organizerId: string;
  member: Person;
  tickets: { id: string; code: string; eventId: string }[];
};

/** Makes it. Needs `useVerbs`. */
export async function doorTonight(title: string, quantity = 2): Promise<DoorScene> {
  const { slug, eventId } = await eventOnSale({
    title,
    startsAt: inHours(2),
    endsAt: inHours(5),
    ticketTypes: [{ name: 'Standing', price: 1000, fee: 100, quantity: 50 }],
  });
  const [event] = await ask<{ organizer_id: string }>('select organizer_id from events where id = $1', [
    eventId,
  ]);
  const organizerId = event?.organizer_id ?? '';
  const member = await someoneSignedIn('Ana Prata');
  await addMember(organizerId, member.userId, 'door');
  const held = await holdThroughWeb(slug, quantity);
  await payFor(held);
  const tickets = await until(
    'there are tickets',
    () =>
      ask<{ id: string; code: string; eventId: string }>(
        'select id, code, event_id as "eventId" from tickets where event_id = $1 order by position',
        [eventId],
      ),
    { wanted: (rows) => rows.length === quantity },
  );
  return { slug, eventId, organizerId, member, tickets };
}

/** Signs a browser in as somebody. */
export async function signedInAs(context: BrowserContext, { cookie }: Person): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: house().appUrl }]);
}
