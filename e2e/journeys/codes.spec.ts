import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { holdThroughWeb, payFor } from '../stage/form-buyer.ts';
import { at, house, until } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { readQr, verifyWithPublishedKeys } from '../stage/qr.ts';

// A code is read off the screen, the PDF and paper, the way a door reads it.

useVerbs();

/** A confirmed booking of two, whose page this browser may open. */
async function booked(page: Page): Promise<{ reference: string; tickets: string[] }> {
  const held = await holdThroughWeb('paid-concert', 2);
  await payFor(held);
  const tickets = () =>
    ask<{ id: string }>(
      'select t.id from tickets t join bookings b on b.id = t.booking_id where b.reference = $1',
      [held.reference],
    );
  const found = await until('there are tickets', tickets, { wanted: (rows) => rows.length === 2 });
  await page
    .context()
    .addCookies([{ name: `foyer_booking_${held.reference}`, value: held.key, url: house().appUrl }]);
  return { reference: held.reference, tickets: found.map(({ id }) => id).sort() };
}

/** The tickets that codes stand for, each verified against the published keys. */
async function verified(codes: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(
    codes.map(async (code) => {
      const result = await verifyWithPublishedKeys(code);
      return result.ok ? result.ticketId : result.reason;
    }),
  );
  return [...new Set(ids)].sort();
}

/** Every page of a PDF as pixels, at so many dots an inch. */
async function drawn(file: Buffer, dpi: number) {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(file);
    const pages = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      pages.push({ data: new Uint8ClampedArray(data), width, height });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

type Drawn = Awaited<ReturnType<typeof drawn>>[number];

/** The code in a piece of a page, and how wide it is in pixels: from its left edge to its right, quiet zone aside. */
function codeIn({ data, width, height }: Drawn): { code: string; size: number } | null {
  const found = jsQR(data, width, height);
  if (!found) return null;
  const { topLeftCorner: from, topRightCorner: to } = found.location;
  return { code: found.data, size: Math.hypot(to.x - from.x, to.y - from.y) };
}

/** A page in bands that overlap, for a reader that finds one code in a picture. */
function bands({ data, width, height }: Drawn, tall: number): Drawn[] {
  const step = Math.floor(tall / 4);
  return Array.from({ length: Math.ceil(height / step) }, (_, index) => {
    const top = Math.min(index * step, Math.max(0, height - tall));
    const part = data.slice(top * width * 4, Math.min(height, top + tall) * width * 4);
    return { data: part, width, height: part.length / 4 / width };
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`codes read off the screen (${scheme})`, async ({ page }) => {
    const { reference, tickets } = await booked(page);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`/bookings/${reference}`);
    const pictures = await page.getByRole('img', { name: /^QR code of ticket/ }).all();
    const codes: string[] = [];
    for (const picture of pictures) codes.push(readQr(await picture.screenshot()));
    expect(await verified(codes)).toEqual(tickets);
  });
}

test('codes read off the PDF, all together and one by one', async ({ page }) => {
  const { reference, tickets } = await booked(page);
  await page.goto(`/bookings/${reference}`);
  const all = await page.request.get(at(`/bookings/${reference}/tickets`));
  expect(all.status()).toBe(200);
  expect(all.headers()['content-type']).toBe('application/pdf');
  const sheets = await drawn(await all.body(), 150);
  expect(sheets).toHaveLength(2);
  const codes = sheets.flatMap((sheet) => codeIn(sheet)?.code ?? []);
  expect(await verified(codes)).toEqual(tickets);

  const rows = await ask<{ code: string }>('select code from tickets where id = any($1)', [tickets]);
  for (const { code } of rows) {
    const one = await page.request.get(at(`/bookings/${reference}/tickets/${code}`));
    const [sheet, ...more] = await drawn(await one.body(), 150);
    expect(more).toEqual([]);
    expect(await verified(sheet ? [codeIn(sheet)?.code ?? ''] : [])).toHaveLength(1);
  }
  const stranger = await fetch(at(`/bookings/${reference}/tickets`));
  expect(stranger.status).toBe(404);
});

test('codes read off paper, where they are at least 2 cm wide', async ({ page }) => {
  const { reference, tickets } = await booked(page);
  await page.goto(`/bookings/${reference}`);
  const dpi = 150;
  // In the end a page is printed as it is here; `preferCSSPageSize` leaves the last word to the print style.
  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false });
  const found = (await drawn(paper, dpi)).flatMap((sheet) =>
    bands(sheet, dpi * 3).flatMap((band) => codeIn(band) ?? []),
  );
  expect(await verified(found.map(({ code }) => code))).toEqual(tickets);
  for (const { size } of found) expect((size / dpi) * 2.54).toBeGreaterThanOrEqual(2);

  await test.step('and also when a printer makes them 2 cm small', async () => {
    for (const picture of await page.getByRole('img', { name: /^QR code of ticket/ }).all()) {
      // Two centimetres at 200 dots an inch, as a scanner or a camera held close sees them.
      await picture.evaluate((element) => {
        for (const one of [element, ...element.querySelectorAll('svg')]) {
          Object.assign((one as HTMLElement).style, { width: '157px', height: '157px' });
        }
      });
      const [ticket] = await verified([readQr(await picture.screenshot())]);
      expect(tickets).toContain(ticket);
    }
  });
});
