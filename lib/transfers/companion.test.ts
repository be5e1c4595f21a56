import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, type HeldByGuest, offerKey } from '#sandbox/testing/holder.ts';
import type { Actor } from '../auth/actor.ts';
import { findBooking } from '../booking/find-booking.ts';
import { listKeptBookings } from '../booking/list-my-bookings.ts';
import { renewBookingLinks } from '../booking/renew-booking-links.ts';
import { inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { letters } from '../notifications/letters/letters.ts';
import { ticketKey } from '../tickets/ticket-key.ts';
import { claimTicket } from './claim-ticket.ts';
import { findTicket } from './find-ticket.ts';
import { offerTicket } from './offer-ticket.ts';
import { renameTicket } from './rename-ticket.ts';
import { ticketCalendarFile, ticketFile } from './ticket-files.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const app = useApplication();
const guest: Actor = { kind: 'guest' };
const someone = { name: 'Олена Шевчук', email: 'olena@example.org' };

let booking: HeldByGuest;
let code: string;
let ticketId: string;

beforeEach(async () => {
  const event = await app.eventOnSale({ ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) });
  booking = await guestBooks(event, 2);
  const [first] = booking.tickets;
  ({ code, id: ticketId } = first ?? { code: '', id: '' });
});

describe('whoever comes with a ticket of somebody else’s', () => {
  /** By the key in their own mail. */
  async function companion() {
    const { rows } = await database().execute<{ revision: number; secretHash: Buffer }>(sql`
      update tickets t set attendee_email = 'ada@example.org' from bookings b
      where t.id = ${ticketId} and b.id = t.booking_id
      returning t.revision, b.secret_hash as "secretHash"`);
    const [row] = rows;
    if (!row) throw new Error('there is no ticket');
    const key = ticketKey({ id: ticketId, code, ...row, transferred: false, email: 'Ada@example.org' });
    return { actor: guest, bookingKey: null, ticketKey: key };
  }

  test('can look at it, print it and put it into a calendar', async () => {
    const access = await companion();
    const view = await findTicket(code, access);
    expect(view).toMatchObject({
      ticket: { code },
      guestOfBuyer: true,
      buyerName: 'Marta Ferreira',
      openedByAccount: false,
    });
    expect((await ticketFile(code, access, 'en')).contentType).toBe('application/pdf');
    const calendar = (await ticketCalendarFile(code, access)).content.toString();
    expect(calendar).toContain('SUMMARY');
    expect(calendar).not.toContain(booking.reference);
    const kept = { bookings: [], tickets: [{ at: code, key: access.ticketKey ?? '' }] };
    expect((await listKeptBookings(kept)).bookings).toMatchObject([{ at: { ticket: code }, total: null }]);
  });

  test('can change nothing, and learns nothing of the others or of what its buyer does with it', async () => {
    const access = await companion();
    for (const change of [
      () => offerTicket(code, access, someone, 'en'),
      () => renameTicket(code, access, { name: 'Ada' }),
      () => withdrawOffer(code, access),
      () => findTicket(booking.tickets[1]?.code ?? '', access),
      () => findBooking(booking.reference, { actor: guest, key: access.ticketKey }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'not_found' });
    }
    await offerTicket(code, booking.access, someone, 'en');
    expect((await findTicket(code, access)).ticket).toMatchObject({ offer: null, transfers: [] });
    const kept = { bookings: [], tickets: [{ at: code, key: access.ticketKey ?? '' }] };
    expect((await listKeptBookings(kept)).bookings).toMatchObject([{ offered: 0 }]);
  });

  test('loses it with the address, and with all other links to the booking', async () => {
    const access = await companion();
    await database().execute(sql`update tickets set attendee_email = null where id = ${ticketId}`);
    await expect(findTicket(code, access)).rejects.toMatchObject({ code: 'not_found' });
    await expect(findTicket(code, await companion())).resolves.toMatchObject({ ticket: { code } });
    const again = await companion();
    await renewBookingLinks(booking.reference, { actor: guest, key: booking.key });
    await expect(findTicket(code, again)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('loses it once it is handed on', async () => {
    const access = await companion();
    await offerTicket(code, booking.access, someone, 'en');
    const taken = await claimTicket(await offerKey(ticketId), guest, { name: someone.name });
    const { rows } = await database().execute<{ id: string }>(
      sql`select id from ticket_transfers where ticket_id = ${ticketId}`,
    );
    const { rows: told } = await database().execute<{ recipient: string; locale: string }>(sql`
      select recipient, locale from deliveries where subject_id = ${rows[0]?.id} and kind = 'transfer_ended'
      order by recipient`);
    const said = await Promise.all(
      told.map(({ recipient, locale }) =>
        letters.transfer_ended(database(), { subjectId: rows[0]?.id ?? '', recipient, locale }),
      ),
    );
    const [companions, givers] = said;
    expect(told).toHaveLength(2);
    expect(told[0]?.recipient).toBe('ada@example.org');
    expect(companions?.text).toContain(
      `has handed it on to ${someone.name}. Your code opens no door any more.`,
    );
    expect(givers?.text).toContain('that you handed on');
    for (const at of [code, taken.code]) {
      await expect(findTicket(at, access)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
