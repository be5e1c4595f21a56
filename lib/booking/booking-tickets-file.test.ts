import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { becomes, guestHolds, pay } from '#sandbox/testing/buyer.ts';
import { DomainError } from '../errors.ts';
import { bookingTicketsFile } from './booking-tickets-file.ts';
import { findBooking } from './find-booking.ts';
import { printTickets } from './print-tickets.ts';

const app = useApplication({ ownStripe: true });

async function textOf(file: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  const texts = Array.from(document.pages(), (page) => page.getText());
  document.destroy();
  library.destroy();
  return texts;
}

async function confirmed(quantity: number) {
  const event = await app.eventOnSale({
    ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 10 }],
  });
  const booking = await guestHolds(event, quantity);
  await pay(booking);
  await becomes(booking.bookingId, 'confirmed');
  return booking;
}

test('all tickets of a confirmed booking, or one, in the language asked for', async () => {
  const { reference, access } = await confirmed(2);
  const { tickets, event } = await findBooking(reference, access);
  const all = await bookingTicketsFile(reference, null, access, 'en');
  expect(all).toMatchObject({
    filename: `tickets-${event.slug}-${reference}.pdf`,
    contentType: 'application/pdf',
  });
  const [first, second, ...rest] = await textOf(all.content);
  expect(rest).toEqual([]);
  expect(first).toContain('Guest 1');
  expect(first).toContain('TEST, no money taken');
  expect(first).toContain(reference);
  expect(second).toContain('Ticket 2 of 2');

  const code = tickets[1]?.code ?? '';
  const one = await bookingTicketsFile(reference, code.toLowerCase(), access, 'de');
  expect(one.filename).toBe(`ticket-${event.slug}-${code}.pdf`);
  const [only, ...others] = await textOf(one.content);
  expect(others).toEqual([]);
  expect(only).toContain('Guest 2');
  expect(only).toContain('Ticket 2 von 2');
});

test('a ticket that lets nobody in is left out, and alone there is none of it', async () => {
  const { bookingId, reference, access } = await confirmed(3);
  const { tickets } = await findBooking(reference, access);
  const [gone, blocked, kept] = tickets.map(({ code }) => code);
  await app.asOwner(`update tickets set status = 'void' where code = '${gone}'`);
  await app.asOwner(`update tickets set status = 'blocked' where code = '${blocked}'`);
  const { content } = await bookingTicketsFile(reference, null, access, 'en');
  const [only, ...others] = await textOf(content);
  expect(others).toEqual([]);
  expect(only).toContain(kept?.slice(0, 5));
  expect(only).toContain('Ticket 1 of 1');
  for (const code of [gone, blocked, 'AAAAAAAAAA']) {
    await expect(bookingTicketsFile(reference, code ?? '', access, 'en')).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  await app.asOwner(`update tickets set status = 'void' where booking_id = '${bookingId}'`);
  await expect(bookingTicketsFile(reference, null, access, 'en')).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('nothing for an event that does not take place', async () => {
  const { bookingId, reference, access } = await confirmed(1);
  await app.asOwner(
    `update events set status = 'cancelled' where id = (select event_id from bookings where id = '${bookingId}')`,
  );
  await expect(bookingTicketsFile(reference, null, access, 'en')).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('nothing for a booking that is not paid, and nothing for others', async () => {
  const event = await app.eventOnSale({
    ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 10 }],
  });
  const held = await guestHolds(event);
  const mine = await confirmed(1);
  for (const [reference, access] of [
    [held.reference, held.access],
    [mine.reference, held.access],
    [mine.reference, { actor: { kind: 'guest' }, key: null }],
  ] as const) {
    await expect(bookingTicketsFile(reference, null, access, 'en')).rejects.toMatchObject({
      code: 'not_found',
    });
  }
});

test('many files of one booking keep nobody else from theirs', async () => {
  const [greedy, other] = [await confirmed(1), await confirmed(1)];
  const booking = await findBooking(greedy.reference, greedy.access);
  const tickets = booking.tickets.filter((ticket) => !ticket.transferred);
  const many = Array.from({ length: 30 }, (_, index) =>
    printTickets({ booking, tickets, all: tickets, filename: `${index}.pdf` }, 'en').then(
      () => 'drawn',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    ),
  );
  const theirs = await bookingTicketsFile(other.reference, null, other.access, 'en');
  expect(theirs.content.length).toBeGreaterThan(1000);
  const answers = await Promise.all(many);
  expect(new Set(answers)).toEqual(new Set(['drawn', 'busy']));
});
