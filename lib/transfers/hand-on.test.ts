import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import { freeTickets, houseMember, scan, signedCode } from '#sandbox/testing/door.ts';
import { guestBooks, type HeldByGuest, offerKey } from '#sandbox/testing/holder.ts';
import { makeAccount } from '../accounts/testing.ts';
import type { Actor } from '../auth/actor.ts';
import { bookingCalendarFile } from '../booking/booking-calendar-file.ts';
import { bookingTicketsFile } from '../booking/booking-tickets-file.ts';
import { findBooking } from '../booking/find-booking.ts';
import { inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { loadBookingMail } from '../notifications/booking-mail.ts';
import { letters } from '../notifications/letters/letters.ts';
import { claimTicket } from './claim-ticket.ts';
import { declineOffer } from './decline-offer.ts';
import { expireOffers, isOfferExpiryDue } from './expire-offers.ts';
import { findOffer } from './find-offer.ts';
import { findTicket } from './find-ticket.ts';
import { offerTicket } from './offer-ticket.ts';
import { renameTicket } from './rename-ticket.ts';
import { ticketCalendarFile, ticketFile } from './ticket-files.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const app = useApplication();
const guest: Actor = { kind: 'guest' };
const tonight = { ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) };
const stranger = { actor: guest, bookingKey: null, ticketKey: null };

let people = 0;
const someone = () => {
  people += 1;
  return { name: 'Олена Шевчук', email: `olena-${people}-${Date.now()}@example.org` };
};

let event: EventOnSale;
let booking: HeldByGuest;
let code: string;
let ticketId: string;

beforeEach(async () => {
  event = await app.eventOnSale(tonight);
  booking = await guestBooks(event, 2);
  const [first] = booking.tickets;
  ({ code, id: ticketId } = first ?? { code: '', id: '' });
});

const kinds = async () => {
  const { rows } = await database().execute<{ kind: string; recipient: string }>(sql`
    select d.kind, d.recipient from deliveries d
    join ticket_transfers f on f.id = d.subject_id where f.ticket_id = ${ticketId} order by d.created_at, d.kind`);
  return rows;
};

async function handOn(to = someone(), access = booking.access) {
  const { rows } = await database().execute<{ code: string }>(
    sql`select code from tickets where id = ${ticketId}`,
  );
  await offerTicket(rows[0]?.code ?? '', access, to, 'en');
  return { to, taken: await claimTicket(await offerKey(ticketId), guest, { name: to.name }) };
}

describe('handing a ticket on', () => {
  test('an offer changes nothing until it is taken, and then the old codes stop at once', async () => {
    const to = someone();
    const door = await houseMember(event);
    const old = { id: ticketId, code, eventId: event.eventId };
    await offerTicket(code, booking.access, to, 'en');
    const before = await findBooking(booking.reference, { actor: guest, key: booking.key });
    expect(before.tickets[0]).toMatchObject({ transferred: false, offer: { toName: to.name } });

    const taken = await claimTicket(await offerKey(ticketId), guest, { name: 'Olena Sh.' });
    expect(taken.code).not.toBe(code);
    // The new one is nowhere in what the buyer is shown.
    const after = await findBooking(booking.reference, { actor: guest, key: booking.key });
    expect(after.tickets[0]).toMatchObject({ transferred: true, code: null });
    expect(await scan(door, event, signedCode(old))).toEqual({ kind: 'replaced' });
    expect(await scan(door, event, code)).toEqual({ kind: 'replaced' });
    const admitted = await scan(door, event, taken.code);
    expect(admitted).toMatchObject({ kind: 'admitted', ticket: { attendeeName: 'Olena Sh.' } });
  });

  test('the buyer’s calendar follows: a higher number, and cancelled when nothing is left', async () => {
    const entry = async () => {
      const file = await bookingCalendarFile(booking.reference, { actor: guest, key: booking.key });
      const text = file.content.toString();
      return {
        sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]),
        status: /STATUS:(\w+)/.exec(text)?.[1],
      };
    };
    expect(await entry()).toEqual({ sequence: 1, status: 'CONFIRMED' });
    await handOn();
    expect(await entry()).toEqual({ sequence: 2, status: 'CONFIRMED' });
    const second = booking.tickets[1];
    await offerTicket(second?.code ?? '', booking.access, someone(), 'en');
    await claimTicket(await offerKey(second?.id ?? ''), guest, { name: 'Olena' });
    expect(await entry()).toEqual({ sequence: 3, status: 'CANCELLED' });
  });

  test('a ticket that comes back to its buyer is a date again, in its own file', async () => {
    const { taken } = await handOn({ name: 'Marta', email: 'marta@mail.example' });
    await database().execute(
      sql`update bookings set buyer_email = 'marta@mail.example' where id = ${booking.bookingId}`,
    );
    const access = { actor: guest, bookingKey: null, ticketKey: taken.key };
    const file = (await ticketCalendarFile(taken.code, access)).content.toString();
    expect(file).toContain('STATUS:CONFIRMED');
    await database().execute(sql`update tickets set status = 'void' where code = ${taken.code}`);
    expect((await ticketCalendarFile(taken.code, access)).content.toString()).toContain('STATUS:CANCELLED');
  });

  test('an offer that comes to nothing is no letter, and does not count as one', async () => {
    const to = someone();
    await offerTicket(code, booking.access, someone(), 'en');
    for (let index = 0; index < 7; index += 1) {
      await expect(offerTicket(code, booking.access, to, 'en')).rejects.toMatchObject({
        code: 'already_offered',
      });
    }
    await offerTicket(booking.tickets[1]?.code ?? '', booking.access, to, 'en');
  });

  test('the buyer no longer gets it: not on the page to print, not in a mail, not to give away', async () => {
    const { to, taken } = await handOn();
    const file = await bookingTicketsFile(booking.reference, null, { actor: guest, key: booking.key }, 'en');
    expect(file.filename).toContain(booking.reference);
    await expect(
      bookingTicketsFile(booking.reference, taken.code, { actor: guest, key: booking.key }, 'en'),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { rows } = await database().execute<{ email: string }>(
      sql`select buyer_email as email from bookings where id = ${booking.bookingId}`,
    );
    const mail = await loadBookingMail(database(), booking.bookingId, rows[0]?.email ?? '');
    expect(mail.tickets.map((ticket) => ticket.id)).toEqual([booking.tickets[1]?.id]);
    await expect(offerTicket(taken.code, booking.access, someone(), 'en')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(renameTicket(taken.code, booking.access, { name: 'Me again' })).rejects.toMatchObject({
      code: 'not_found',
    });
    // The one who took it has all of that.
    const mine = { ...stranger, ticketKey: taken.key };
    expect(await findTicket(taken.code, mine)).toMatchObject({
      ticket: { attendeeName: to.name, transfers: [{ status: 'claimed', fromName: 'Marta Ferreira' }] },
      stands: true,
    });
    expect((await ticketFile(taken.code, mine, 'de')).content.subarray(0, 4).toString()).toBe('%PDF');
    expect((await ticketCalendarFile(taken.code, mine)).content.toString()).toContain('BEGIN:VEVENT');
  });

  test('nobody else opens it, and the key of one holder is worthless after the next', async () => {
    const { taken } = await handOn();
    const first = { ...stranger, ticketKey: taken.key };
    await expect(findTicket(taken.code, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(findTicket(taken.code, booking.access)).rejects.toMatchObject({ code: 'not_found' });
    const { taken: next } = await handOn(someone(), first);
    expect(next.code).not.toBe(taken.code);
    await expect(findTicket(next.code, first)).rejects.toMatchObject({ code: 'not_found' });
    expect((await findTicket(next.code, { ...stranger, ticketKey: next.key })).ticket.transfers).toHaveLength(
      2,
    );
  });

  test('with an account it is in the account; with the address of one, too', async () => {
    const to = someone();
    const userId = await makeAccount(to.email);
    const { taken } = await handOn(to);
    const actor: Actor = { kind: 'user', userId, role: 'attendee', sessionId: 's', memberships: [] };
    expect(await findTicket(taken.code, { ...stranger, actor })).toMatchObject({ openedByAccount: true });
  });

  test('who is written to', async () => {
    const { to } = await handOn();
    const buyer = (await findBooking(booking.reference, { actor: guest, key: booking.key })).buyerEmail;
    expect(await kinds()).toEqual([
      { kind: 'transfer_offered', recipient: to.email },
      { kind: 'ticket_claimed', recipient: to.email },
      { kind: 'transfer_ended', recipient: buyer },
    ]);
  });

  test.each(['en', 'de'])('the letters say it, in %s', async (locale) => {
    const to = someone();
    await offerTicket(code, booking.access, to, locale);
    const { rows } = await database().execute<{ id: string }>(
      sql`select id from ticket_transfers where ticket_id = ${ticketId}`,
    );
    const row = { subjectId: rows[0]?.id ?? '', recipient: to.email, locale };
    const offered = await letters.transfer_offered(database(), row);
    expect(offered?.text).toContain('Marta Ferreira');
    const key = /transfer\?key=([\w-]+)/.exec(offered?.text ?? '')?.[1] ?? '';
    const taken = await claimTicket(key, guest, { name: to.name });
    expect(await letters.transfer_offered(database(), row)).toBeNull();
    const claimed = await letters.ticket_claimed(database(), row);
    expect(claimed?.text).toContain(`/tickets/${taken.code}/open?key=${taken.key}`);
    expect((await letters.transfer_ended(database(), row))?.subject).toContain(to.name);
  });

  test('declined, withdrawn and run out leave it where it is, and each is told to the other side', async () => {
    const to = someone();
    await offerTicket(code, booking.access, to, 'en');
    await declineOffer(await offerKey(ticketId), guest);
    await offerTicket(code, booking.access, someone(), 'en');
    const second = await offerKey(ticketId);
    await withdrawOffer(code, booking.access);
    expect((await findOffer(database(), second))?.state).toBe('withdrawn');
    await expect(claimTicket(second, guest, { name: 'Me' })).rejects.toMatchObject({ code: 'offer_over' });
    await offerTicket(code, booking.access, someone(), 'en');
    const third = await offerKey(ticketId);
    await app.setClock(3 * 60 + 5);
    try {
      expect(await isOfferExpiryDue()).toBe(true);
      expect((await findOffer(database(), third))?.state).toBe('expired');
      await expect(claimTicket(third, guest, { name: 'Me' })).rejects.toMatchObject({ code: 'offer_over' });
      await expireOffers();
      expect(await isOfferExpiryDue()).toBe(false);
    } finally {
      await app.setClock(0);
    }
    expect((await kinds()).map(({ kind }) => kind)).toEqual([
      'transfer_offered',
      'transfer_ended',
      'transfer_offered',
      'transfer_ended',
      'transfer_offered',
      'transfer_ended',
    ]);
    const view = await findBooking(booking.reference, { actor: guest, key: booking.key });
    expect(view.tickets[0]).toMatchObject({ code, transferred: false, offer: null });
    expect(view.tickets[0]?.transfers.map(({ status }) => status)).toEqual([
      'declined',
      'withdrawn',
      'expired',
    ]);
  });

  test('what cannot be handed on', async () => {
    const to = someone();
    await expect(offerTicket(code, stranger, to, 'en')).rejects.toMatchObject({ code: 'not_found' });
    const { buyerEmail } = await findBooking(booking.reference, { actor: guest, key: booking.key });
    await expect(
      offerTicket(code, booking.access, { name: 'Me', email: (buyerEmail ?? '').toUpperCase() }, 'en'),
    ).rejects.toMatchObject({ code: 'own_address' });
    await offerTicket(code, booking.access, to, 'en');
    await expect(offerTicket(code, booking.access, someone(), 'en')).rejects.toMatchObject({
      code: 'already_offered',
    });
    const key = await offerKey(ticketId);
    await scan(await houseMember(event), event, code);
    await expect(claimTicket(key, guest, { name: 'Late' })).rejects.toMatchObject({ code: 'ticket_used' });
    expect((await findOffer(database(), key))?.state).toBe('closed');
    const other = booking.tickets[1]?.code ?? '';
    await event.cancel();
    await expect(offerTicket(other, booking.access, someone(), 'en')).rejects.toMatchObject({
      code: 'transfers_closed',
    });
    const closed = await app.eventOnSale({ ...tonight, transfersAllowed: false });
    const kept = await guestBooks(closed);
    await expect(
      offerTicket(kept.tickets[0]?.code ?? '', kept.access, someone(), 'en'),
    ).rejects.toMatchObject({ code: 'transfers_closed' });
  });

  test('one inbox gets six offers an hour at most', async () => {
    const to = someone();
    const many = await guestBooks(event, 8);
    const answers = await Promise.allSettled(
      many.tickets.map((ticket) => offerTicket(ticket.code, many.access, to, 'en')),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  });
});

describe('the name on a ticket', () => {
  test('changes until the organizer says so, for whoever has it', async () => {
    expect(await renameTicket(code, booking.access, { name: '  Ana-María  ' })).toEqual({ changed: true });
    expect(await renameTicket(code, booking.access, { name: 'Ana-María' })).toEqual({ changed: false });
    const view = await findBooking(booking.reference, { actor: guest, key: booking.key });
    expect(view.tickets[0]?.attendeeName).toBe('Ana-María');
    await expect(renameTicket(code, stranger, { name: 'X' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(renameTicket(code, booking.access, { name: 'see https://x.test' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const { taken } = await handOn();
    const mine = { ...stranger, ticketKey: taken.key };
    expect(await renameTicket(taken.code, mine, { name: 'O. Sh.' })).toEqual({ changed: true });

    const early = await app.eventOnSale({ ...tonight, namesChangeableUntil: inHours(1) });
    const held = await guestBooks(early);
    const its = held.tickets[0]?.code ?? '';
    expect(await renameTicket(its, held.access, { name: 'In time' })).toEqual({ changed: true });
    await app.setClock(61);
    try {
      await expect(renameTicket(its, held.access, { name: 'Too late' })).rejects.toMatchObject({
        code: 'names_closed',
      });
    } finally {
      await app.setClock(0);
    }
  });
});
