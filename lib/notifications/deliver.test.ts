import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { signingKeys, useMailRoom } from '#sandbox/testing/mail-room.ts';
import { isLinkKey } from '../auth/link-key.ts';
import { parseTicketKeys, verifyTicketCode } from '../tickets/ticket-code.ts';

const mails = useMailRoom();
const { deliveries, inbox, makeBooking, run } = mails;

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
    expect(Buffer.from(calendar?.content ?? '', 'base64').toString()).toContain('DTSTART:20270702T233000Z');

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
    expect(theirs?.text).not.toMatch(/€|\/bookings\//);
    const [buyers] = await inbox(`&to=${booking.email}`);
    expect(buyers?.attachments.filter((file) => file.contentType === 'image/png')).toHaveLength(3);

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
  });

  test('a late payment that found no places says that all of it goes back', async () => {
    await makeBooking({ kind: 'booking_refunded' });
    await run();
    const [received] = await inbox();
    expect(received?.subject).toBe('Your payment for Salt & Static is coming back');
    expect(received?.text).toContain('the full €24.00');
    expect(received?.attachments).toEqual([]);
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
