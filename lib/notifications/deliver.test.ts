import { sql } from 'drizzle-orm';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { signingKeys, useMailRoom } from '#sandbox/testing/mail-room.ts';
import { isLinkKey } from '../auth/link-key.ts';
import { database } from '../database.ts';
import { findPoster } from '../posters/find-poster.ts';
import { posterHue } from '../posters/poster-hue.ts';
import { parseTicketKeys, verifyTicketCode } from '../tickets/ticket-code.ts';
import { tintColours } from '../tickets/tint.ts';
import { findTicket } from '../transfers/find-ticket.ts';

const mails = useMailRoom();
const { deliveries, inbox, makeBooking, run } = mails;

/** A calendar file with its long lines put together again (RFC 5545, 3.1). */
const unfolded = (content = '') => Buffer.from(content, 'base64').toString().replaceAll('\r\n ', '');

describe('one by one', () => {
  test('a booking gets one mail with codes that verify, the calendar, Reply-To and a link that opens it', async () => {
    const booking = await makeBooking({ quantity: 2, name: '<b>Marta</b>' });
    expect(await run()).toEqual({ sent: 1, failed: 0 });
    const [received, ...more] = await inbox();
    expect(more).toEqual([]);
    if (!received) throw new Error('no mail');
    expect(received.to).toEqual([booking.email]);
    expect(received.replyTo).toEqual(['ola@mare.example']);
    expect(received.subject).toBe('Your 2 tickets for Salt & Static');
    expect(received.html).toContain('&lt;b&gt;Marta');
    expect(received.html).not.toContain('<b>Marta');
    expect(received.text).toContain('TEST, no money taken');
    expect(received.text).toContain('€48.00');
    // 23:30 UTC is 00:30 on the next day in Lisbon.
    expect(received.text).toMatch(/Saturday,? 3 July 2027/);
    expect(received.text).toMatch(/Doors 23:30, starts 0?0:30/);

    const pictures = received.attachments.filter((file) => file.contentType === 'image/png');
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect(received.html).toContain(`src="cid:${picture.contentId}"`);
      const image = PNG.sync.read(Buffer.from(picture.content, 'base64'));
      const code = jsQR(new Uint8ClampedArray(image.data), image.width, image.height)?.data ?? '';
      expect(verifyTicketCode(code, parseTicketKeys(signingKeys).publicKeys, mails.eventId())).toMatchObject({
        ok: true,
      });
      expect(received.text).toContain(`https://foyer.example/qr/${code}.png`);
      const readable = (picture.contentId ?? '').replace(/^qr-(.{5})/, '$1-');
      expect(received.text).toContain(readable);
    }
    const calendar = received.attachments.find((file) => file.filename === 'salt-static.ics');
    const entry = unfolded(calendar?.content);
    expect(entry).toContain('DTSTART:20270702T233000Z');
    const clean = `https://foyer.example/bookings/${booking.reference}`;
    expect(entry).toContain(
      `DESCRIPTION:Booking ${booking.reference}\\, 2 tickets\\, doors 23:30\\n${clean}\r`,
    );
    expect(entry).not.toContain('key=');

    const link = /https:\/\/foyer\.example\/bookings\/(\w+)\/open\?key=([\w-]+)/.exec(received.text);
    expect(link?.[1]).toBe(booking.reference);
    expect(isLinkKey(link?.[2] ?? '', 'booking', booking.id, Buffer.alloc(32, 1))).toBe(true);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 1, provider_id: received.id }]);
    expect(await run()).toEqual({ sent: 0, failed: 0 });
  });

  test('an attendee with an own address gets only their ticket; the buyer’s own address does not count twice', async () => {
    const booking = await makeBooking({ quantity: 3, attendeeEmail: 'olena@mail.example' });
    await run();
    const [theirs] = await inbox('&to=olena@mail.example');
    expect(theirs?.attachments.filter((file) => file.contentType === 'image/png')).toHaveLength(1);
    expect(theirs?.subject).toBe('Your ticket for Salt & Static');
    expect(theirs?.text).toContain('You’re in, Guest 1');
    expect(theirs?.text).toMatch(/ has booked this ticket for you\n/);
    expect(theirs?.text).not.toMatch(/€|\/bookings\//);
    const link = /https:\/\/foyer\.example\/tickets\/(\w+)\/open\?key=([\w-]+)/.exec(theirs?.text ?? '');
    const stranger = { actor: { kind: 'guest' }, bookingKey: null, ticketKey: link?.[2] ?? null } as const;
    expect((await findTicket(link?.[1] ?? '', stranger)).ticket.attendeeName).toBe('Guest 1');
    const calendar = theirs?.attachments.find((file) => file.filename === 'salt-static.ics');
    expect(unfolded(calendar?.content)).toContain(
      'DESCRIPTION:1 ticket\\, doors 23:30\\nhttps://foyer.example/events/salt-static\r',
    );
    expect(unfolded(calendar?.content)).not.toContain(booking.reference);
    const [buyers] = await inbox(`&to=${booking.email}`);
    expect(buyers?.attachments.filter((file) => file.contentType === 'image/png')).toHaveLength(3);
    expect(buyers?.text).toContain('Guest 1 has a ticket sent to olena@mail.example');

    await makeBooking({ quantity: 2, buyerEmail: 'One@mail.example', attendeeEmail: 'one@mail.example' });
    await run();
    expect(await inbox('&to=one@mail.example')).toHaveLength(1);
  });

  test('a German buyer gets a German mail; a free booking says so', async () => {
    await makeBooking({ locale: 'de', price: 0 });
    await run();
    const [received] = await inbox();
    expect(received?.subject).toBe('Ihr Ticket für Salt & Static');
    expect(received?.text).toContain('Samstag, 3. Juli 2027');
    expect(received?.text).toContain('Summe: kostenlos');
    expect(received?.text).toContain('https://foyer.example/de/bookings/');
    const calendar = received?.attachments.find((file) => file.filename === 'salt-static.ics');
    expect(unfolded(calendar?.content)).toMatch(
      /DESCRIPTION:Buchung \w{10}\\, 1 Ticket\\, Einlass 23:30\u00a0Uhr\\nhttps:\/\/foyer\.example\/de\/bookings\//,
    );
  });

  test('poster, tint, place and a promo code are those of the event’s page and the checkout', async () => {
    await makeBooking({ quantity: 2, discount: 1000 });
    await run();
    const [received] = await inbox();
    const { version } = await findPoster(database(), 'salt-static');
    expect(received?.html).toContain(`src="https://foyer.example/posters/salt-static.png?v=${version}"`);
    const { field } = tintColours(posterHue({ category: 'concert', seed: 'salt-static' }));
    const tint = field.map((channel) => channel.toString(16).padStart(2, '0')).join('');
    expect(received?.html).toContain(`background-color:#${tint}`);
    expect(received?.html).toContain('Cine Incrível, Lisbon');
    expect(received?.text).toContain('2 × Standing: €48.00\nDiscount MATES: −€10.00\nPaid: €38.00');
  });

  test('a late payment that found no places says that all of it goes back', async () => {
    await makeBooking({ kind: 'booking_refunded' });
    await run();
    const [received] = await inbox();
    expect(received?.subject).toBe('Your payment for Salt & Static is coming back');
    expect(received?.text).toContain('the full €24.00');
    expect(received?.attachments).toEqual([]);
  });

  test('who began to pay and ran out of time learns what the bank said, where the money is, and the way back', async () => {
    const payment = {
      status: 'canceled',
      code: 'insufficient_funds',
      message: 'Insufficient funds.',
    } as const;
    const booking = await makeBooking({ kind: 'booking_expired', quantity: 2, payment });
    await run();
    const [received, ...more] = await inbox();
    expect(more).toEqual([]);
    expect(received?.to).toEqual([booking.email]);
    expect(received?.replyTo).toEqual(['ola@mare.example']);
    expect(received?.subject).toBe('Not bought: your 2 tickets for Salt & Static');
    expect(received?.text).toContain('Your bank said no: there was not enough money in the account.');
    expect(received?.text).toContain('No money has moved.');
    expect(received?.text).toContain('2 × Standing');
    expect(received?.text).toContain('Choose tickets again:\nhttps://foyer.example/events/salt-static\n');
    expect(received?.attachments).toEqual([]);
  });

  test('a reason we have no words for is told in the bank’s, and in the language of the booking', async () => {
    const payment = { status: 'canceled', code: 'lost_in_space', message: 'Call {us} <now>.' } as const;
    await makeBooking({ kind: 'booking_expired', locale: 'de', payment });
    await run();
    const [received] = await inbox();
    expect(received?.subject).toBe('Nicht gekauft: Ihr Ticket für Salt & Static');
    expect(received?.text).toContain('Ihre Bank hat abgelehnt und schreibt: „Call {us} <now>.“');
    expect(received?.html).toContain('Call {us} &lt;now&gt;.');
    expect(received?.text).toContain('https://foyer.example/de/events/salt-static');
  });

  test('while Stripe has not said that a payment is over, no mail says that no money has moved', async () => {
    await makeBooking({ kind: 'booking_expired', payment: { status: 'requires_payment_method' } });
    await run();
    const [received] = await inbox();
    expect(received?.text).toContain('Should a payment still arrive');
    expect(`${received?.html}${received?.text}`).not.toContain('No money has moved');
    expect(received?.text).not.toContain('bank said');
  });

  test('a booking that a late payment has saved since gets no mail about its end', async () => {
    const booking = await makeBooking({ kind: 'booking_expired' });
    await makeBooking();
    await database().execute(
      sql`update bookings set status = 'confirmed', confirmed_at = now() where id = ${booking.id}`,
    );
    expect(await run()).toEqual({ sent: 1, failed: 0 });
    expect((await inbox()).map(({ to }) => to)).not.toContainEqual([booking.email]);
    expect(await deliveries()).toHaveLength(1);
  });

  test('an address Resend refuses fails with the reason, and the others still go', async () => {
    await makeBooking({ buyerEmail: 'not an address@x' });
    await makeBooking();
    expect(await run()).toEqual({ sent: 1, failed: 1 });
    const [refused] = await deliveries();
    expect(refused?.status).toBe('failed');
    expect(refused?.last_error).toContain('Invalid `to` field');
  });
});
