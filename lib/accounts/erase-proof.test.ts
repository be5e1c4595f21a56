import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { findViolations } from '#db/invariants.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { findTraces } from '#sandbox/testing/find-traces.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { findAccount } from '../auth/session-row.ts';
import { signIn } from '../auth/sign-in.ts';
import { codeOf, sessionOf } from '../auth/testing.ts';
import { holdTickets } from '../booking/hold-tickets.ts';
import { database } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';
import { withRequest } from '../log.ts';
import { storePicture } from '../media/store-picture.ts';
import { deliverPending } from '../notifications/deliver.ts';
import { inviteMember } from '../organizers/invite-member.ts';
import { startPayment } from '../payments/start-payment.ts';
import { stripe } from '../payments/stripe.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { renameTicket } from '../transfers/rename-ticket.ts';
import { requestByMail } from './account-request.ts';
import { confirmRegistration } from './confirm-registration.ts';
import { editProfile } from './edit-profile.ts';
import { erasePerson } from './erase-person.ts';
import { register } from './register.ts';
import { keyFor, makeAccount } from './testing.ts';

const app = useApplication({ ownStripe: true });

/** Somebody of whom no part occurs anywhere else. */
const NAME = 'Zsófia Quimperlé';
const EMAIL = 'Zsofia.Quimperle@Wyrmhold.example';
const FORMER = 'q.wyrmhold@older.example';
const ADDRESS = '198.51.100.77';
const PASSWORD = 'quite long enough';

const find = () => findTraces(app.asOwner, { name: NAME, email: EMAIL, address: ADDRESS });

/** What the README says stays: `table.column (what)`. */
function documented(): string[] {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const list = /<!-- stays: [^>]*-->(.*?)<!-- \/stays -->/s.exec(readme)?.[1] ?? '';
  return [...list.matchAll(/^\| `([^`]+)` \| (\w+) \|/gm)]
    .map(([, column, what]) => `${column} (${what})`)
    .toSorted();
}

async function signedIn(userId: string): Promise<UserActor> {
  const account = await findAccount(await sessionOf(userId, `Firefox of ${NAME}`));
  if (!account) throw new Error('nobody is signed in');
  return account.actor;
}

const codesOf = (reference: string) =>
  app.asOwner<{ id: string; code: string }>(
    `select t.id, t.code from tickets t join bookings b on b.id = t.booking_id where b.reference = $1
     order by t.position`,
    [reference],
  );

/** Books as somebody with an account, or as a guest, and pays where something is to be paid. */
async function book(
  event: { eventId: string; ticketTypes: { id: string }[] },
  actor: UserActor | null,
  attendees: { name: string; email: string }[],
  buyer = { name: NAME, email: EMAIL },
) {
  const ticketTypeId = event.ticketTypes[0]?.id ?? '';
  const { reference, secret, bookingId } = await holdTickets(
    { eventId: event.eventId, items: [{ ticketTypeId, quantity: attendees.length }], locale: 'de' },
    { userId: actor?.userId ?? null },
  );
  const start = await startPayment(
    reference,
    {
      buyerName: buyer.name,
      buyerEmail: buyer.email,
      attendees: attendees.map((one) => ({ ticketTypeId, ...one })),
      acceptTerms: true,
      marketingConsent: true,
    },
    { actor: actor ?? { kind: 'guest' }, key: secret },
  );
  if (start.kind === 'pay') {
    await stripe().paymentIntents.confirm(start.clientSecret.split('_secret_')[0] ?? '', {
      payment_method: 'pm_card_visa',
      return_url: 'http://localhost/return',
    });
    await vi.waitFor(async () => expect(await codesOf(reference)).toHaveLength(attendees.length), 5_000);
  }
  return { reference, bookingId, secret, tickets: await codesOf(reference) };
}

/** What somebody else does, from elsewhere. */
const elsewhere = <T>(run: () => Promise<T>) => withRequest('request-of-others', run, '203.0.113.9');

/** Does everything that leaves a trace. */
async function live(): Promise<UserActor> {
  const db = database();
  const from = { address: ADDRESS, locale: 'de', nextPath: null };
  const free = await elsewhere(() => app.eventOnSale(freeTickets));
  const paid = await elsewhere(() => app.eventOnSale());
  // As a guest, before there is an account, in other letters.
  await book(free, null, [{ name: NAME, email: '' }], { name: NAME, email: EMAIL.toLowerCase() });
  const { mark } = await register(
    { name: NAME, email: EMAIL, password: PASSWORD, acceptTerms: true, marketingConsent: true },
    from,
  );
  const { userId } = await confirmRegistration(
    { key: await keyFor(EMAIL, 'register'), password: null },
    mark,
  );
  const actor = await signedIn(userId);
  await codeOf(signIn({ email: EMAIL, password: 'wrong' }, ADDRESS));
  await requestByMail('sign_in', EMAIL, from);
  await requestByMail('register', EMAIL, from);
  await editProfile(actor, {
    name: `Dr. ${NAME}`,
    locale: 'de',
    timezone: 'Europe/Berlin',
    marketingConsent: false,
  });
  await editProfile(actor, { name: NAME, locale: 'de', timezone: 'Europe/Berlin', marketingConsent: true });
  // As if something had got through.
  const picture = await storePicture(db, {
    contentType: 'image/webp',
    sizes: [512, 96].map((size) => ({ size, bytes: Buffer.from(`EXIF ${NAME}`) })),
  });
  await app.asOwner('update users set picture_id = $2 where id = $1', [userId, picture]);

  const friend = { name: 'Olena', email: 'olena@example.org' };
  const own = await book(paid, actor, [{ name: NAME, email: '' }, friend, { name: NAME, email: EMAIL }]);
  await app.asOwner(`update payments set last_error_message = $1 where booking_id = $2`, [
    `${NAME} has no money`,
    own.bookingId,
  ]);
  await app.asOwner(
    `update stripe_events set payload = payload || jsonb_build_object('billing_details',
       jsonb_build_object('name', $1::text, 'email', $2::text)) where object_id in
       (select stripe_payment_intent_id from payments where booking_id = $3)`,
    [NAME, EMAIL, own.bookingId],
  );
  // Of a customer at Stripe, and about no payment of ours.
  await app.asOwner(
    `insert into stripe_events (id, type, livemode, object_id, payload, processed_at)
     values ('evt_customer', 'customer.created', false, 'cus_1', $1, app_now())`,
    [{ data: { object: { email: EMAIL.toUpperCase(), name: NAME } } }],
  );
  const given = await book(free, actor, [
    { name: NAME, email: '' },
    { name: NAME, email: '' },
    { name: NAME, email: '' },
  ]);
  const asHolder = { actor, bookingKey: null, ticketKey: null };
  const [first, second, third] = given.tickets;
  await renameTicket(third?.code ?? '', asHolder, { name: `Frau ${NAME}` });
  await offerTicket(first?.code ?? '', asHolder, friend, 'en');
  await claimTicket(await offerKey(first?.id ?? ''), { kind: 'guest' }, { name: 'Olena' });
  await offerTicket(second?.code ?? '', asHolder, friend, 'en');

  // What others did with them.
  const others = await guestBooks(free, 2);
  for (const [index, ticket] of others.tickets.entries()) {
    await offerTicket(ticket.code, others.access, { name: NAME, email: EMAIL }, 'en');
    if (index === 0) await claimTicket(await offerKey(ticket.id), actor, { name: NAME });
  }
  const other = await elsewhere(async () => {
    const other = await signedIn(await makeAccount('friend@example.org'));
    await app.asOwner(`update sessions set user_agent = 'Firefox' where user_id = $1`, [other.userId]);
    const theirs = await book(
      free,
      other,
      [
        { name: 'Friend', email: '' },
        { name: NAME, email: EMAIL },
      ],
      { name: 'Friend', email: 'friend@example.org' },
    );
    await offerTicket(
      theirs.tickets[0]?.code ?? '',
      { actor: other, bookingKey: null, ticketKey: null },
      { name: NAME, email: EMAIL },
      'en',
    );
    return other;
  });
  // A purchase of somebody else's that came to nothing names them as well.
  await holdTickets(
    {
      eventId: free.eventId,
      items: [{ ticketTypeId: free.ticketTypes[0]?.id ?? '', quantity: 1 }],
      locale: 'en',
    },
    { userId: null },
  ).then((hold) =>
    app.asOwner(`update booking_items set attendees = $2 where booking_id = $1`, [
      hold.bookingId,
      JSON.stringify([{ name: NAME, email: EMAIL.toUpperCase() }]),
    ]),
  );

  // At organizers: invited to two, in the team of one, its address.
  await elsewhere(() =>
    inviteMember(db, free.house.owner, free.house.organizerId, { email: EMAIL, role: 'door' }, 'en'),
  );
  await app.asOwner(`insert into members (organizer_id, user_id, role) values ($1, $2, 'manager')`, [
    paid.house.organizerId,
    userId,
  ]);
  await app.asOwner('update organizers set email = $1 where id = $2', [EMAIL, paid.house.organizerId]);
  await app.asOwner(
    `insert into email_changes (user_id, old_email, new_email, expires_at) values ($1, $2, 'new@example.org', app_now())`,
    [userId, EMAIL],
  );
  // An address they had before, of which only the log knows any more.
  await recordAudit(db, {
    actor,
    organizerId: null,
    action: 'user.email_changed',
    object: { type: 'user', id: userId },
    personal: { personId: userId, changes: { email: [FORMER, EMAIL] } },
  });
  await elsewhere(() =>
    book(free, other, [{ name: NAME, email: FORMER }], { name: 'Friend', email: 'friend@example.org' }),
  );
  await enqueueJob(db, 'adopt_bookings', { userId });
  await deliverPending();
  await app.asOwner(`update deliveries set last_error = $1 where recipient = $2`, [
    `no such mailbox: ${EMAIL}`,
    EMAIL,
  ]);
  return actor;
}

test('of somebody who did everything nothing is left but what the README lists', {
  timeout: 90_000,
}, async () => {
  const actor = await withRequest('request-of-theirs', live, ADDRESS);
  const before = await find();
  // Where people leave traces; what is not in this list has never been erased by this test.
  expect(before).toEqual(
    expect.arrayContaining([
      'account_requests.email (email)',
      'account_requests.name (name)',
      'audit_details.address (address)',
      'audit_details.changes (email)',
      'audit_details.changes (name)',
      'booking_items.attendees (email)',
      'booking_items.attendees (name)',
      'bookings.buyer_email (email)',
      'bookings.buyer_email_normalised (name)',
      'bookings.buyer_name (name)',
      'deliveries.html (name)',
      'deliveries.last_error (email)',
      'deliveries.recipient (email)',
      'deliveries.text (name)',
      'email_changes.old_email (email)',
      'media.bytes (name)',
      'member_invitations.email (email)',
      'organizers.email (email)',
      'payments.last_error_message (name)',
      'rate_limits.key (address)',
      'rate_limits.key (email)',
      'sessions.user_agent (name)',
      'stripe_events.payload (email)',
      'stripe_events.payload (name)',
      'ticket_transfers.from_email (email)',
      'ticket_transfers.from_name (name)',
      'ticket_transfers.to_email (email)',
      'ticket_transfers.to_name (name)',
      'tickets.attendee_email (email)',
      'tickets.attendee_name (name)',
      'users.email (email)',
      'users.name (name)',
    ]),
  );
  const money = () =>
    app.asOwner(`select (select sum(total) from bookings where status = 'confirmed') as total,
      (select sum(captured) from payments) as captured, (select count(*) from tickets where status = 'valid') as tickets`);
  const booked = await money();

  await withRequest(
    'request-of-theirs',
    () => erasePerson(actor, { confirmation: EMAIL, current: PASSWORD, key: '' }, ADDRESS),
    ADDRESS,
  );
  await deliverPending();

  const stays = documented();
  expect(stays.length).toBeGreaterThan(0);
  expect(await find()).toEqual(stays);
  expect(await money()).toEqual(booked);
  expect(await app.asOwner('select from media')).toEqual([]);
  expect(await app.asOwner('select from users where id = $1', [actor.userId])).toEqual([]);
  expect(
    await app.asOwner(`select from graphile_worker._private_jobs where payload::text like $1`, [
      `%${actor.userId}%`,
    ]),
  ).toEqual([]);
  const client = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await client.connect();
  expect(await findViolations(client)).toEqual([]);
  await client.end();
  const kept = await app.asOwner(
    `select attendee_name from tickets where attendee_email = 'olena@example.org'`,
  );
  expect(kept).toEqual([{ attendee_name: 'Olena' }, { attendee_name: 'Olena' }]);
});

test.each([
  ['events', 'access_note', `'seat of ' || $1`, NAME, 'name'],
  ['events', 'programme', `jsonb_build_array(jsonb_build_object('what', $1::text))`, NAME, 'name'],
  ['event_posters', 'svg', `$1`, EMAIL.toUpperCase(), 'email'],
  ['stripe_events', 'type', `$1`, encodeURIComponent(EMAIL), 'email'],
  ['mail_keys', 'hash', `sha256(convert_to($1, 'UTF8'))`, EMAIL.toLowerCase(), 'hash'],
  ['bookings', 'secret_hash', `convert_to('x' || $1, 'UTF8')`, NAME, 'name'],
  ['stripe_events', 'object_id', `encode(convert_to('ab' || $1 || 'cd', 'UTF8'), 'base64')`, NAME, 'name'],
  ['payments', 'last_error_code', `$1`, ADDRESS, 'address'],
])('a trace in %s.%s is found', async (table, column, value, what, kind) => {
  await app.asOwner(
    `insert into event_posters (event_id, version, svg, wide_svg) select id, 'x', '', '' from events on conflict do nothing`,
  );
  await app.asOwner(
    `insert into mail_keys (hash, purpose, subject_id) values ('\\x01', 'transfer', uuidv7()) on conflict do nothing`,
  );
  const [where] = await app.asOwner<{ at: string }>(`select ctid::text as at from ${table} limit 1`);
  const set = (to: string, values: unknown[]) =>
    app.asOwner(
      `update ${table} set ${column} = ${to} where ctid = '${where?.at}' returning ctid::text as at`,
      values,
    );
  await app.asOwner('begin');
  await set(value, [what]);
  const found = await find();
  await app.asOwner('rollback');
  expect(found).toContain(`${table}.${column} (${kind})`);
  expect(await find()).not.toContain(`${table}.${column} (${kind})`);
});
