import type { Client } from 'pg';
import { linkKey } from '#lib/auth/link-key.ts';
import type { BookingAccess } from '#lib/booking/booking-access.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { database } from '#lib/database.ts';
import { enqueueDelivery } from '#lib/notifications/enqueue-delivery.ts';
import { expireHolds } from '#lib/payments/expire-holds.ts';
import { reconcilePayment } from '#lib/payments/reconcile-payment.ts';
import { releaseHold } from '#lib/payments/release-hold.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { stripe } from '#lib/payments/stripe.ts';
import { companionOf } from './find-mails.ts';
import { type HandingScenes, makeHandedOn } from './make-handed-on.ts';
import type { BookingScene } from './public-pages.ts';

/** Names that are hard to set: other scripts, other directions, and more of it than fits. */
const guests = [
  'Marta Ferreira',
  'نور الهدى العلوي',
  '中村 由紀',
  'Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen von und zu Oberammergau, Esq.',
];

const SOME = 2;

/** Where nobody is sent back to. */
const RETURN_URL = 'https://foyer.example/return';

/**
 * Makes a booking of each kind at an event that costs something, through the verbs. `lib/env.ts` must find the
 * environment of the house.
 *
 * @param owner a connection that may turn a hold's time back
 * @returns the reference of each, and what there is to see of tickets that change hands
 */
export async function makeBookings(
  owner: Client,
  slug: string,
): Promise<{
  bookings: Record<Exclude<BookingScene, 'eventCancelled'>, string>;
  handing: HandingScenes;
}> {
  const { rows } = await owner.query<{ event: string; type: string }>(
    `select e.id as event, t.id as type from events e join ticket_types t on t.event_id = e.id
     where e.slug = $1 and t.price > 0 order by t.position limit 1`,
    [slug],
  );
  const [found] = rows;
  if (!found) throw new Error(`${slug} sells nothing.`);

  const hold = async (quantity: number) => {
    const items = [{ ticketTypeId: found.type, quantity }];
    const { reference, secret } = await holdTickets(
      { eventId: found.event, items, locale: 'en' },
      { userId: null },
    );
    const access: BookingAccess = { actor: { kind: 'guest' }, key: secret };
    return { reference, access, quantity };
  };
  const begin = async ({ reference, access, quantity }: Awaited<ReturnType<typeof hold>>) => {
    const attendees = Array.from({ length: quantity }, (_, index) => ({
      ticketTypeId: found.type,
      name: guests[index % guests.length] ?? '',
      // One of several has their ticket sent to themselves as well.
      email: index === 1 ? companionOf(reference) : '',
    }));
    const buyer = { buyerName: guests[0] ?? '', buyerEmail: `${reference.toLowerCase()}@example.org` };
    const started = await startPayment(
      reference,
      { ...buyer, attendees, acceptTerms: true, marketingConsent: false },
      access,
    );
    if (started.kind !== 'pay') throw new Error(`${slug} costs nothing.`);
    return started.clientSecret.replace(/_secret_.*$/, '');
  };
  const pay = async (held: Awaited<ReturnType<typeof hold>>) => {
    const intent = await begin(held);
    await stripe().paymentIntents.confirm(intent, { payment_method: 'pm_card_visa', return_url: RETURN_URL });
    await reconcilePayment(intent);
  };

  const held = await hold(SOME);
  const confirming = await hold(1);
  const confirmed = await hold(guests.length);
  const shared = await hold(guests.length);
  const expired = await hold(SOME);
  const released = await hold(1);
  const refunded = await hold(1);
  await begin(confirming);
  await begin(expired);
  await begin(refunded);
  await pay(confirmed);
  await pay(shared);
  for (const { reference, access } of [released, refunded]) await releaseHold(reference, access);
  // Money that came too late goes back by itself; only what its page shows is wanted here.
  const { rows: late } = await owner.query<{ id: string; revision: number }>(
    `update bookings set status = 'refunded' where reference = $1 returning id, revision`,
    [refunded.reference],
  );
  for (const { id, revision } of late) {
    await database().transaction((tx) =>
      enqueueDelivery(tx, { kind: 'booking_refunded', bookingId: id, revision }),
    );
  }
  await owner.query(`update bookings set expires_at = app_now() - interval '1 second' where reference = $1`, [
    expired.reference,
  ]);
  await expireHolds();
  const bookings = {
    held: held.reference,
    confirming: confirming.reference,
    confirmed: confirmed.reference,
    expired: expired.reference,
    released: released.reference,
    refunded: refunded.reference,
  };
  return { bookings, handing: await makeHandedOn(owner, shared.reference, shared.access.key ?? '') };
}

/** The cookies with which a browser may open bookings, as the link in their mails would set them. */
export async function cookiesFor(
  owner: Client,
  references: readonly string[],
  appUrl: string,
): Promise<{ name: string; value: string; url: string }[]> {
  const { rows } = await owner.query<{ id: string; reference: string; secret_hash: Buffer }>(
    'select id, reference, secret_hash from bookings where reference = any($1)',
    [references],
  );
  return rows.map(({ id, reference, secret_hash }) => ({
    name: `foyer_booking_${reference}`,
    value: linkKey('booking', id, secret_hash),
    url: appUrl,
  }));
}
