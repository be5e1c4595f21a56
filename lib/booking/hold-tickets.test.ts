import { describe, expect, it } from 'vitest';
import { poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { pool } from '../database.ts';
import { DomainError } from '../errors.ts';
import { holdTickets } from './hold-tickets.ts';

const app = useApplication();
const guest = { userId: null };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

function typeId(event: { ticketTypes: { id: string; name: string }[] }, name: string): string {
  const type = event.ticketTypes.find((one) => one.name === name);
  if (!type) throw new Error(`no ticket type ${name}`);
  return type.id;
}

const order = (
  event: { eventId: string; ticketTypes: { id: string; name: string }[] },
  wanted: Record<string, number>,
  promoCode?: string,
) => ({
  eventId: event.eventId,
  items: Object.entries(wanted).map(([name, quantity]) => ({ ticketTypeId: typeId(event, name), quantity })),
  locale: 'en' as const,
  ...(promoCode ? { promoCode } : {}),
});

const code = (error: unknown) => (error instanceof DomainError ? error.code : error);
const refusal = (held: Promise<unknown>) => held.then(() => 'held', code);

describe('holdTickets', () => {
  it('takes the places, stores the price and answers with a secret of which only the hash is kept', async () => {
    const event = await app.eventOnSale();
    const hold = await holdTickets(order(event, { Standing: 2 }), guest);
    expect(hold.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await poolsOf(event.eventId)).toEqual({ Standing: { held: 2, sold: 0 } });
    const [booking] = await app.asOwner<Record<string, unknown>>(
      `select status, subtotal::int, fee::int, total::int, expires_at - created_at as time, secret_hash
       from bookings where reference = $1`,
      [hold.reference],
    );
    expect(booking).toMatchObject({
      status: 'held',
      subtotal: 4400,
      fee: 400,
      total: 4800,
      time: { minutes: 10 },
    });
    expect(JSON.stringify(booking)).not.toContain(hold.secret);
  });

  it('sells 50 places to 200 buyers at once, and not one more', async () => {
    const event = await app.eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 50 }] });
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => refusal(holdTickets(order(event, { Seat: 1 }), guest))),
    );
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(50);
    expect(answers.filter((answer) => answer === 'all_in_carts')).toHaveLength(150);
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 50, sold: 0 } });
  });

  it('gives each order of a batch its own answer', async () => {
    const event = await app.eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 5 }] });
    const answers = await Promise.all([
      refusal(holdTickets(order(event, { Seat: 3 }), guest)),
      refusal(holdTickets(order(event, { Seat: 3 }), guest)),
      refusal(holdTickets(order(event, { Seat: 99 }), guest)),
      refusal(holdTickets(order(event, { Seat: 2 }), guest)),
      refusal(holdTickets(order(event, { Seat: 1 }), guest)),
    ]);
    expect(answers).toEqual(['held', 'not_enough_left', 'above_maximum', 'held', 'all_in_carts']);
  });

  it('says how many are left, and holds nothing in part', async () => {
    const event = await app.eventOnSale({ ticketTypes: [{ name: 'Seat', price: 1000, quantity: 3 }] });
    const refused = await holdTickets(order(event, { Seat: 5 }), guest).catch((error: unknown) => error);
    expect(refused).toEqual(new DomainError('not_enough_left', { ticketType: 'Seat', left: 3, wanted: 5 }));
    expect(refused).toMatchObject({ values: { left: 3 } });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });

  it('keeps a room that two ticket types share', async () => {
    const event = await app.eventOnSale({
      pools: [{ key: 'room', name: 'Room', capacity: 5 }],
      ticketTypes: [
        { name: 'Full', price: 2000, pools: ['room'] },
        { name: 'Reduced', price: 1000, quantity: 3, pools: ['room'] },
      ],
    });
    expect(await refusal(holdTickets(order(event, { Full: 3, Reduced: 3 }), guest))).toBe('not_enough_left');
    expect(await refusal(holdTickets(order(event, { Full: 2, Reduced: 3 }), guest))).toBe('held');
    expect(await refusal(holdTickets(order(event, { Full: 1 }), guest))).toBe('all_in_carts');
    expect(await poolsOf(event.eventId)).toMatchObject({ Room: { held: 5 }, Reduced: { held: 3 } });
  });

  it('lets a promo code of five be used five times by twenty buyers at once', async () => {
    const event = await app.eventOnSale({
      promoCodes: [{ code: 'FRIENDS', percentOff: 5000, usageLimit: 5 }],
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refusal(holdTickets(order(event, { Standing: 1 }, 'friends'), guest))),
    );
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'promo_used_up')).toHaveLength(15);
    expect(await poolsOf(event.eventId)).toEqual({ Standing: { held: 5, sold: 0 } });
  });

  it.each([
    ['not on sale yet', { salesStartAt: inHours(1) }, { Seat: 1 }, 'sales_not_started'],
    ['sales ended', { salesStartAt: inHours(-9), salesEndAt: inHours(-1) }, { Seat: 1 }, 'sales_ended'],
    ['below the minimum', { minPerBooking: 2 }, { Seat: 1 }, 'below_minimum'],
    ['above the maximum', { maxPerBooking: 4 }, { Seat: 5 }, 'above_maximum'],
  ])('refuses: %s', async (_, changes, wanted, expected) => {
    const event = await app.eventOnSale({
      ticketTypes: [{ name: 'Seat', price: 1000, quantity: 10, ...changes }],
    });
    expect(await refusal(holdTickets(order(event, wanted), guest))).toBe(expected);
  });

  it.each([
    ['unknown', 'NOBODY', 'promo_unknown'],
    ['not yet', 'LATER', 'promo_not_started'],
    ['over', 'GONE', 'promo_ended'],
    ['for another type', 'BALCONY', 'promo_other_ticket_type'],
  ])('says why a promo code does not apply: %s', async (_, promoCode, expected) => {
    const event = await app.eventOnSale({
      ticketTypes: [
        { name: 'Standing', price: 2200, quantity: 10 },
        { name: 'Balcony', price: 3200, quantity: 10 },
      ],
      promoCodes: [
        { code: 'LATER', percentOff: 1000, startsAt: inHours(2) },
        { code: 'GONE', percentOff: 1000, startsAt: inHours(-3), endsAt: inHours(-2) },
        { code: 'BALCONY', amountOff: 500, ticketTypes: ['Balcony'] },
      ],
    });
    expect(await refusal(holdTickets(order(event, { Standing: 1 }, promoCode), guest))).toBe(expected);
  });

  it('sells nothing of a cancelled event, of another event’s ticket types, or of no event', async () => {
    const event = await app.eventOnSale();
    const other = await app.eventOnSale();
    expect(
      await refusal(holdTickets({ ...order(event, { Standing: 1 }), eventId: other.eventId }, guest)),
    ).toBe('not_found');
    expect(
      await refusal(holdTickets({ ...order(event, { Standing: 1 }), eventId: crypto.randomUUID() }, guest)),
    ).toBe('not_found');
    await event.cancel();
    expect(await refusal(holdTickets(order(event, { Standing: 1 }), guest))).toBe('event_not_on_sale');
  });

  it('counts what a signed-in buyer has already', async () => {
    const event = await app.eventOnSale({ maxPerBuyer: 4 });
    const buyer = { userId: event.house.owner.userId };
    const answers = await Promise.all([
      refusal(holdTickets(order(event, { Standing: 3 }), buyer)),
      refusal(holdTickets(order(event, { Standing: 2 }), buyer)),
      refusal(holdTickets(order(event, { Standing: 1 }), buyer)),
    ]);
    expect(answers).toEqual(['held', 'above_buyer_limit', 'held']);
  });

  it('lets one order that the database refuses spoil no other', async () => {
    const event = await app.eventOnSale({ promoCodes: [{ code: 'FRIENDS', percentOff: 5000 }] });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        refusal(holdTickets(order(event, { Standing: 1 }, index === 7 ? 'x\0y' : undefined), guest)),
      ),
    );
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(29);
    expect(answers[7]).toBeInstanceOf(Error);
  });

  it('says that it is busy, soon and to everyone, when the database does not answer', async () => {
    const event = await app.eventOnSale();
    const takers = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
    const started = Date.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refusal(holdTickets(order(event, { Standing: 1 }), guest))),
    );
    for (const taker of takers) taker.release();
    expect(new Set(answers)).toEqual(new Set(['busy']));
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(await refusal(holdTickets(order(event, { Standing: 1 }), guest))).toBe('held');
  });
});
