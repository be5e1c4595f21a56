import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { creditNotes, findReceipt } from './find-receipt.ts';
import { holdTickets } from './hold-tickets.ts';

const app = useApplication();

test('what never was a sale has none, and nobody sees somebody else’s', async () => {
  const { eventId } = await app.eventOnSale();
  const [type] = await app.asOwner<{ id: string }>('select id from ticket_types where event_id = $1', [
    eventId,
  ]);
  const { reference, secret } = await holdTickets(
    { eventId, items: [{ ticketTypeId: type?.id ?? '', quantity: 2 }], locale: 'en' },
    { userId: null },
  );
  const mine = { actor: { kind: 'guest' as const }, key: secret };
  await expect(findReceipt(reference, mine)).rejects.toMatchObject({ code: 'not_found' });
  await app.asOwner(
    `update bookings set status = 'confirmed', confirmed_at = app_now(), buyer_name = 'Zoë', buyer_email = 'zoe@example.org'
     where reference = $1`,
    [reference],
  );
  const receipt = await findReceipt(reference, mine);
  expect(receipt).toMatchObject({
    number: reference,
    seller: { name: 'Maré Baixa', country: 'PT', legalName: '', taxNumber: '' },
    creditNotes: [],
  });
  await app.asOwner(
    `update organizers set legal_name = 'Maré Baixa, Lda.', legal_address = 'Rua da Boavista 84', tax_number = 'PT501234567'
     where id = (select organizer_id from bookings where reference = $1)`,
    [reference],
  );
  expect((await findReceipt(reference, mine)).seller).toMatchObject({
    legalName: 'Maré Baixa, Lda.',
    legalAddress: 'Rua da Boavista 84',
    taxNumber: 'PT501234567',
  });
  expect(receipt.net + receipt.booking.tax).toBe(receipt.booking.total);
  await expect(findReceipt(reference, { ...mine, key: null })).rejects.toMatchObject({ code: 'not_found' });
});

test('credit notes never hold more tax than the receipt, and all of it when all goes back, in every currency', () => {
  const amounts = fc
    .tuple(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 6 }),
    )
    .map(([total, wanted]) => {
      let left = total;
      const parts = wanted.flatMap((amount) => {
        const part = Math.min(amount, left);
        left -= part;
        return part > 0 ? [part] : [];
      });
      return { total, parts: left > 0 ? [...parts, left] : parts };
    });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 100 }), ({ total, parts }, percent) => {
      const tax = Math.floor((total * percent) / (100 + percent));
      const notes = creditNotes(
        { reference: 'ABCDEFGH12', total, tax },
        parts.map((amount) => ({ amount, at: '2026-11-26T12:00:00Z' })),
      );
      const taxes = notes.map((note) => note.tax);
      expect(taxes.reduce((sum, one) => sum + one, 0)).toBe(tax);
      for (const one of taxes) expect(one).toBeGreaterThanOrEqual(0);
      expect(notes.map(({ number }) => number)).toEqual(parts.map((_, index) => `ABCDEFGH12-C${index + 1}`));
    }),
  );
});
