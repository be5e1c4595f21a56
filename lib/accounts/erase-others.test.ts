import { beforeEach, describe, expect, test } from 'vitest';
import {
  books,
  confirm,
  erase,
  intentOf,
  type Somebody,
  signedIn,
  somebody,
} from '#sandbox/testing/account-holder.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds } from '#sandbox/testing/buyer.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { recordAudit } from '../audit/record.ts';
import { anAdmin, codeOf } from '../auth/testing.ts';
import { listMyBookings } from '../booking/list-my-bookings.ts';
import { database } from '../database.ts';
import { editOrganizer } from '../organizers/edit-organizer.ts';
import { startPayment } from '../payments/start-payment.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { renameTicket } from '../transfers/rename-ticket.ts';
import { editProfile } from './edit-profile.ts';
import { suspendAccount } from './suspend-account.ts';
import { makeAccount } from './testing.ts';

// Whoever erases themselves takes nothing from others.

const app = useApplication();

const calledFor = async ({ actor }: Somebody, names: readonly string[]) => {
  for (const name of names) {
    await editProfile(actor, { name, locale: 'en', timezone: '', marketingConsent: false });
  }
};

const at = async (email: string): Promise<Somebody> => ({
  email,
  actor: await signedIn(await makeAccount(email, 'quite long enough')),
});

const detailsOf = ({ actor }: Somebody) =>
  app.asOwner('select changes from audit_details where person_id = $1 and changes is not null', [
    actor.userId,
  ]);

describe('the log of others', () => {
  test('keeps what an organizer and an admin wrote, whatever name somebody takes before they go', async () => {
    const { house } = await app.eventOnSale(freeTickets);
    await editOrganizer(database(), house.owner, house.organizerId, {
      name: 'Maré Alta',
      email: 'alta@example.org',
      country: 'PT',
      legalName: 'Moonlight Holdings',
      taxNumber: 'PT1',
    });
    const victim = await somebody();
    await suspendAccount(database(), await anAdmin(database()), victim.actor.userId, { reason: 'Fraud' });
    const written = () =>
      app.asOwner(
        `select d.changes from audit_details d join audit_log l on l.id = d.audit_id
         where l.action in ('organizer.edited', 'user.suspended') order by l.id`,
      );
    const before = await written();
    expect(JSON.stringify(before)).toMatch(/Moonlight Holdings.*Fraud/);
    const going = await somebody();
    await calledFor(going, ['Moonlight Holdings', 'Fraud', 'Ada Nwosu']);
    expect(await codeOf(erase(going))).toBe('done');
    expect(await written()).toEqual(before);
  });

  test('keeps whoever has an address that only ends like theirs, with what Stripe said of them', async () => {
    const johanna = await at('johanna@mail.example.org');
    await app.asOwner(
      `insert into stripe_events (id, type, livemode, object_id, payload)
       values ('evt_j', 'payment_intent.succeeded', false, 'pi_j', $1)`,
      [JSON.stringify({ data: { object: { id: 'pi_j', receipt_email: johanna.email } } })],
    );
    const kept = async () => [
      await detailsOf(johanna),
      await app.asOwner(`select payload from stripe_events where id = 'evt_j'`),
    ];
    const before = await kept();
    expect(JSON.stringify(before)).toContain(johanna.email);
    const anna = await at('anna@mail.example.org');
    await calledFor(anna, ['Somebody Else']);
    expect(await codeOf(erase(anna))).toBe('done');
    expect(await kept()).toEqual(before);
  });

  test.each([
    ['neill@mail.example.org', "o'neill@mail.example.org"],
    ['ria@mail.example', 'ria@mail.example.org'],
    ['nna@mail.example.org', 'änna@mail.example.org'],
  ])('keeps what is longer: %s is no part of %s', async (email, longer) => {
    const other = await somebody();
    await recordAudit(database(), {
      actor: other.actor,
      organizerId: null,
      action: 'user.email_changed',
      object: { type: 'user', id: other.actor.userId },
      personal: { personId: other.actor.userId, changes: { email: [longer, email.toUpperCase()] } },
    });
    expect(await codeOf(erase(await at(email)))).toBe('done');
    expect((await detailsOf(other)).at(-1)).toEqual({ changes: { email: [longer, null] } });
  });

  test('keeps names and reasons in entries about what only names them, whatever name they take', async () => {
    const free = await app.eventOnSale(freeTickets);
    const buyer = await somebody();
    const bookingId = await books(buyer, free, 2);
    const [first, second] = await app.asOwner<{ id: string; code: string }>(
      'select id, code from tickets where booking_id = $1 order by position',
      [bookingId],
    );
    const access = { actor: buyer.actor, bookingKey: null, ticketKey: null };
    await renameTicket(first?.code ?? '', access, { name: 'Olena' });
    const going = await somebody();
    await app.asOwner('update tickets set attendee_email = $2 where id = $1', [second?.id, going.email]);
    await recordAudit(database(), {
      actor: buyer.actor,
      organizerId: null,
      action: 'ticket.renamed',
      object: { type: 'ticket', id: second?.id ?? '' },
      because: 'Fraud',
    });
    const before = await detailsOf(buyer);
    expect(JSON.stringify(before)).toMatch(/Olena.*Fraud/);
    await calledFor(going, ['Olena', 'Fraud']);
    expect(await codeOf(erase(going))).toBe('done');
    expect(await detailsOf(buyer)).toEqual(before);
  });

  test('loses their name where an entry is about a ticket of theirs, and nothing else of it', async () => {
    const buyer = await somebody();
    const friend = await somebody();
    const bookingId = await books(buyer, await app.eventOnSale(freeTickets), 2);
    const [first] = await app.asOwner<{ id: string; code: string }>(
      'select id, code from tickets where booking_id = $1 order by position',
      [bookingId],
    );
    const access = { actor: buyer.actor, bookingKey: null, ticketKey: null };
    await renameTicket(first?.code ?? '', access, { name: 'Ada Nwosu' });
    await renameTicket(first?.code ?? '', access, { name: 'Olena' });
    await app.asOwner('update tickets set attendee_email = $2 where id = $1', [first?.id, friend.email]);
    await calledFor(friend, ['Olena', 'Ada Nwosu']);
    expect(await codeOf(erase(friend))).toBe('done');
    const renamed = await app.asOwner<{ changes: { name: unknown[] } }>(
      `select d.changes from audit_details d join audit_log l on l.id = d.audit_id
       where l.action = 'ticket.renamed' and l.object_id = $1 order by l.id`,
      [first?.id],
    );
    expect(renamed.at(-1)?.changes.name).toEqual([null, null]);
    expect(JSON.stringify(renamed)).not.toMatch(/Olena|Ada Nwosu/);
  });
});

describe('a ticket that was mailed to them, and that somebody else took into an account', () => {
  test('is that account’s alone: its mail goes there, and erasing the other leaves it as it is', async () => {
    const giver = await guestBooks(await app.eventOnSale(freeTickets), 1);
    const [ticket] = giver.tickets;
    const other = await somebody();
    const taker = await somebody();
    await offerTicket(ticket?.code ?? '', giver.access, { name: 'X', email: other.email }, 'en');
    await claimTicket(await offerKey(ticket?.id ?? ''), taker.actor, { name: 'Honest Buyer' });
    const stored = () =>
      app.asOwner('select attendee_name, attendee_email, holder_user_id from tickets where id = $1', [
        ticket?.id,
      ]);
    const theirs = {
      attendee_name: 'Honest Buyer',
      attendee_email: taker.email,
      holder_user_id: taker.actor.userId,
    };
    expect(await stored()).toEqual([theirs]);
    const claimed = await app.asOwner(`select recipient from deliveries where kind = 'ticket_claimed'`);
    expect(claimed).toEqual([{ recipient: taker.email }]);
    // As it was stored before, when the address of the offer stayed on the ticket.
    await app.asOwner('update tickets set attendee_email = $2 where id = $1', [ticket?.id, other.email]);
    expect(await codeOf(erase(other))).toBe('done');
    expect(await stored()).toEqual([theirs]);
    expect((await listMyBookings(taker.actor)).bookings).toHaveLength(1);
    const history = () =>
      app.asOwner('select to_name, to_email, claimed_by from ticket_transfers where ticket_id = $1', [
        ticket?.id,
      ]);
    const nobody: unknown = expect.stringMatching(/@erased\.invalid$/);
    expect(await history()).toEqual([
      { to_name: 'Honest Buyer', to_email: nobody, claimed_by: taker.actor.userId },
    ]);
    expect(await codeOf(erase(taker))).toBe('done');
    expect(await history()).toEqual([{ to_name: 'Name deleted', to_email: nobody, claimed_by: null }]);
  });
});

describe('a stranger who pays in their name', () => {
  let event: Awaited<ReturnType<typeof app.eventOnSale>>;
  beforeEach(async () => {
    event = await app.eventOnSale();
  });

  test('does not keep them from going', async () => {
    const me = await somebody();
    const held = await guestHolds(event, 1, { email: me.email });
    const intent = intentOf(await startPayment(held.reference, held.form, held.access));
    await confirm(intent);
    await app.asOwner(`update bookings set status = 'awaiting_payment' where id = $1`, [held.bookingId]);
    expect(await codeOf(erase(me))).toBe('done');
    const [booking] = await app.asOwner<{ buyer_email: string }>(
      'select buyer_email from bookings where id = $1',
      [held.bookingId],
    );
    expect(booking?.buyer_email).toMatch(/@erased\.invalid$/);
  });
});
