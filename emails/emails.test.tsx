import { describe, expect, test } from 'vitest';
import { type BookingConfirmedProps, bookingConfirmed } from './booking-confirmed.tsx';
import { type BookingExpiredProps, bookingExpired } from './booking-expired.tsx';
import { type BookingRefundedProps, bookingRefunded } from './booking-refunded.tsx';
import { renderMail } from './render.tsx';
import type { MailTicket } from './ticket-stub.tsx';

function ticket(change: Partial<MailTicket> = {}): MailTicket {
  return {
    day: '12',
    month: 'March 2027',
    title: 'Salt & Static',
    attendee: 'Marta Ferreira',
    type: 'Standing',
    times: 'Doors 19:00, starts 20:00',
    place: 'Cine Incrível, Lisbon',
    code: '7K2M9-3QDX4',
    qr: { src: 'cid:qr-7K2M93QDX4', alt: 'QR code 7K2M9-3QDX4', href: 'https://foyer.example/qr/v1.a.b.png' },
    open: null,
    ...change,
  };
}

const around = {
  poster: { src: 'https://foyer.example/posters/salt.png?v=1', alt: 'Poster for Salt & Static' },
  tint: { field: '#b4e9c9', ink: '#043019' },
};

const confirmed: BookingConfirmedProps = {
  locale: 'en',
  direction: 'ltr',
  subject: 'Your 2 tickets for Salt & Static',
  preview: 'Fri 12 March, doors 19:00. Both QR codes are inside.',
  testStamp: null,
  ...around,
  heading: 'You’re in, Marta',
  details: ['Two tickets for Salt & Static', 'Friday 12 March 2027, 20:00 (GMT)', 'Cine Incrível'],
  open: { label: 'Open your tickets', href: 'https://foyer.example/bookings/7K2M93QDX4/open?key=a&b=c' },
  tickets: [ticket(), ticket({ code: 'ABCDE-FGHJK', attendee: 'Олена Шевчук' })],
  codeLabel: 'Code',
  qrLabel: 'QR code',
  amounts: {
    lines: [{ label: '2 × Standing', amount: '€48.00' }],
    total: { label: 'Paid', amount: '€48.00' },
  },
  notes: [{ title: 'Getting in.', text: 'Show each code at the door.' }],
  closing: ['Sold by Maré Baixa.', 'Booking 7K2M93QDX4'],
};

const refunded: BookingRefundedProps = {
  locale: 'de',
  direction: 'ltr',
  subject: 'Ihre Zahlung wird erstattet',
  preview: 'Der volle Betrag geht zurück.',
  testStamp: 'TEST, es wurde kein Geld bewegt',
  ...around,
  details: ['Salt & Static'],
  heading: 'Leider waren die Plätze schon weg',
  paragraphs: ['Ihre Zahlung kam an, als die Plätze schon vergeben waren.', 'Der volle Betrag geht zurück.'],
  lines: [],
  refund: { label: 'Erstattung', amount: '48,00 €' },
  open: { label: 'Buchung ansehen', href: 'https://foyer.example/de/bookings/7K2M93QDX4' },
  closing: ['Buchung 7K2M93QDX4'],
};

const expired: BookingExpiredProps = {
  locale: 'en',
  direction: 'ltr',
  subject: 'Not bought: your ticket',
  preview: 'No money has moved.',
  testStamp: null,
  ...around,
  heading: 'Your time ran out',
  details: ['Salt & Static', '2 × Standing'],
  paragraphs: ['The tickets are on sale again.', 'Your bank said: “<b>Try later</b>”', 'No money has moved.'],
  again: { label: 'Choose tickets again', href: 'https://foyer.example/events/salt' },
  closing: ['Booking 7K2M93QDX4'],
};

describe('a confirmed booking', () => {
  test('has every ticket with its code and picture, in HTML and text', async () => {
    const mail = await renderMail(bookingConfirmed, confirmed);
    expect(mail.subject).toBe(confirmed.subject);
    for (const { code, attendee, qr } of confirmed.tickets) {
      for (const part of [mail.html, mail.text]) {
        expect(part).toContain(code);
        expect(part).toContain(attendee);
        expect(part).toContain(qr.href);
      }
      expect(mail.html).toContain(`src="${qr.src}"`);
      expect(mail.html).toContain(`alt="${qr.alt}"`);
    }
    expect(mail.text).toContain('https://foyer.example/bookings/7K2M93QDX4/open?key=a&b=c');
    expect(mail.html).toContain('href="https://foyer.example/bookings/7K2M93QDX4/open?key=a&amp;b=c"');
    expect(mail.text).toContain('€48.00');
    expect(mail.text).not.toMatch(/<\/?\w+>/);
  });

  test('is the same every time', async () => {
    expect(await renderMail(bookingConfirmed, confirmed)).toEqual(
      await renderMail(bookingConfirmed, confirmed),
    );
  });

  test('treats what people typed as text', async () => {
    const attendee = '<b>Bobby</b><script>alert(1)</script>';
    const mail = await renderMail(bookingConfirmed, {
      ...confirmed,
      subject: `Tickets for ${attendee}\r\nBcc: x@y.example`,
      heading: `You’re in, ${attendee}`,
      tickets: [ticket({ attendee, title: '"><img src=x onerror=alert(1)>' })],
    });
    expect(mail.html).not.toContain('<b>Bobby');
    expect(mail.html).not.toContain('<script');
    expect(mail.html).not.toContain('<img src=x');
    expect(mail.html).toContain('&lt;b&gt;Bobby');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  test('to an attendee who did not buy has neither amounts nor the booking', async () => {
    const { html, text } = await renderMail(bookingConfirmed, { ...confirmed, open: null, amounts: null });
    for (const part of [html, text]) {
      expect(part).toContain('7K2M9-3QDX4');
      expect(part).not.toContain('€');
      expect(part).not.toContain('/bookings/');
    }
  });

  test('is stamped only where no money is real', async () => {
    const stamp = 'TEST, no money taken';
    const plain = await renderMail(bookingConfirmed, confirmed);
    const stamped = await renderMail(bookingConfirmed, { ...confirmed, testStamp: stamp });
    expect(plain.html + plain.text).not.toContain('TEST');
    expect(stamped.html).toContain(stamp);
    expect(stamped.text.startsWith(stamp)).toBe(true);
  });

  test('reads in light and dark, loads no font, has no script, and says its language', async () => {
    const { html } = await renderMail(bookingConfirmed, { ...confirmed, locale: 'ar', direction: 'rtl' });
    expect(html).toMatch(/<html[^>]*dir="rtl"[^>]*lang="ar"|<html[^>]*lang="ar"[^>]*dir="rtl"/);
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    // What every program can hold: no other layout than tables, no sides that depend on the direction of reading.
    expect(html).not.toMatch(
      /display:(?:flex|grid|inline-flex)|position:|float:|(?:inline|block)-(?:start|end)/,
    );
    expect(html).not.toMatch(/@font-face|<script|<link/);
    // What is painted like paper, or written in its ink, must be reached by the dark rules.
    for (const [tag] of html.matchAll(/<[^>]+background(?:-color)?:#faf7f1[^>]*>/g))
      expect(tag).toContain('"paper"');
    for (const [tag] of html.matchAll(/<(?:p|td)[^>]+[^-]color:#1d1712[^>]*>/g)) {
      expect(tag).toMatch(/class="ink|background-color:#fff/);
    }
    expect(html).not.toMatch(/var\(--|oklch|color-mix/);
    // The ground that Outlook is told about is the same that the others are.
    for (const name of ['.paper', '.act']) expect(html).toContain(`[data-ogsb] ${name}{`);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});

test('a mail with twenty tickets stays under the 102 kB at which Gmail cuts', async () => {
  const href = `https://tickets.foyer.example/qr/${'x'.repeat(150)}.png`;
  const tickets = Array.from({ length: 20 }, (_, i) =>
    ticket({ code: `ABCDE-${i}`, qr: { src: href, alt: 'QR code', href } }),
  );
  const { html } = await renderMail(bookingConfirmed, { ...confirmed, tickets });
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});

test('a refund says what happened, how much comes back, and that it was a test', async () => {
  const { html, text } = await renderMail(bookingRefunded, refunded);
  for (const part of [html, text]) {
    for (const paragraph of refunded.paragraphs) expect(part).toContain(paragraph);
    expect(part).toContain('48,00 €');
    expect(part).toContain('TEST, es wurde kein Geld bewegt');
    expect(part).toContain(refunded.open.href);
  }
  expect(html).toContain('lang="de"');
});

test('an expired booking says where the money is and leads back to the event', async () => {
  const { html, text } = await renderMail(bookingExpired, expired);
  for (const part of [html, text]) {
    for (const paragraph of ['The tickets are on sale again.', 'No money has moved.', '2 × Standing']) {
      expect(part).toContain(paragraph);
    }
    expect(part).toContain('https://foyer.example/events/salt');
  }
  expect(html).not.toContain('<b>Try later');
  expect(text).toContain('<b>Try later</b>');
});

test('each mail about a booking has its poster at its size, and the event’s tint only on tickets', async () => {
  const mails = [
    await renderMail(bookingConfirmed, confirmed),
    await renderMail(bookingRefunded, refunded),
    await renderMail(bookingExpired, expired),
  ];
  for (const { html } of mails) {
    const [poster] = /<img[^>]+posters[^>]+>/.exec(html) ?? [''];
    expect(poster).toContain(`src="${around.poster.src}"`);
    expect(poster).toMatch(/alt="Poster for Salt &amp; Static"/);
    expect(poster).toMatch(/width="200"/);
    expect(poster).toMatch(/height="250"/);
  }
  expect(mails.map(({ html }) => html.split('background-color:#b4e9c9').length - 1)).toEqual([2, 0, 0]);
});

test('Word is told the width and the button’s space, in a comment that nobody else reads', async () => {
  const { html } = await renderMail(bookingConfirmed, confirmed);
  const [comment] = /<!--\[if mso\]>.*?<!\[endif\]-->/s.exec(html) ?? [''];
  for (const [, name] of comment.matchAll(/\.([a-z]+)\{/g))
    expect(html).toMatch(new RegExp(`class="${name}[" ]`));
  expect(comment).toContain('.sheet{width:600px}');
  expect(html.indexOf(comment)).toBeLessThan(html.indexOf('</head>'));
});
