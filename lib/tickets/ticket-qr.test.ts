import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { parseTicketKeys, signTicketCode, verifyTicketCode } from './ticket-code.ts';
import { ticketQrPath, ticketQrPng, ticketQrSvg } from './ticket-qr.ts';

const keys = parseTicketKeys(`2026-longest-kid:${Buffer.alloc(32, 7).toString('base64url')}`);
const code = signTicketCode(
  {
    eventId: '0199c9a2-7f30-7abc-8def-001122334455',
    ticketId: '0199c9a2-7f30-7abc-8def-66778899aabb',
    revision: 12,
  },
  keys,
);

test('the PNG reads back, on white and with its quiet zone inside a dark page', async () => {
  const png = await ticketQrPng(code);
  expect(png.length).toBeLessThan(10_000);
  const image = PNG.sync.read(png);
  const read = jsQR(new Uint8ClampedArray(image.data), image.width, image.height);
  expect(read?.data).toBe(code);
  expect(verifyTicketCode(read?.data ?? '', keys.publicKeys)).toMatchObject({ ok: true, revision: 12 });

  const margin = 4 * 8;
  for (let x = 0; x < image.width; x += 1) {
    expect(image.data[(image.width * (margin - 1) + x) * 4]).toBe(255);
  }
  expect(image.data[(image.width * margin + margin) * 4]).toBe(0);
});

test('the SVG is black on white and scales', async () => {
  const svg = await ticketQrSvg(code);
  expect(svg).toMatch(/^<svg[^>]* viewBox="0 0 \d+ \d+"/);
  expect(svg).toContain('#ffffff');
  expect(svg).toContain('#000000');
});

test('the address of the picture needs no escaping', () => {
  expect(encodeURI(ticketQrPath(code))).toBe(`/qr/${code}.png`);
});
