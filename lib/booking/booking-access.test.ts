import { describe, expect, test } from 'vitest';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds } from '#sandbox/testing/buyer.ts';
import { openBooking } from './booking-access.ts';

const app = useApplication();

describe('opening a booking', () => {
  test.each(['', '\0', '%00', 'ABC\0DEFGHJ', 'A'.repeat(5000), '\ud800', "' or true --"])(
    'nothing is behind %j, and that is no failure of ours',
    async (reference) => {
      const guest = { actor: { kind: 'guest' as const }, key: 'x' };
      const opened = openBooking(database(), reference, guest, 'booking.read');
      await expect(opened).rejects.toMatchObject({ code: 'not_found' });
    },
  );

  test('a reference typed in small letters and with a hyphen opens with its key, and without it does not', async () => {
    const held = await guestHolds(await app.eventOnSale());
    const typed = `${held.reference.slice(0, 5)}-${held.reference.slice(5)}`.toLowerCase();
    const open = (key: string | null) =>
      openBooking(database(), typed, { ...held.access, key }, 'booking.read');
    await expect(open(held.access.key)).resolves.toMatchObject({ id: held.bookingId });
    await expect(open(null)).rejects.toMatchObject({ code: 'not_found' });
    await expect(open('\0')).rejects.toMatchObject({ code: 'not_found' });
  });
});
