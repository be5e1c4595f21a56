import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import type { BookingAccess } from '#lib/booking/booking-access.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { lockEventStock } from '#lib/booking/lock-event-stock.ts';
import { database } from '#lib/database.ts';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { stripe } from '#lib/payments/stripe.ts';

export type TestBooking = {
  bookingId: string;
  reference: string;
  access: BookingAccess;
  form: StartPaymentInput;
};

/** A guest holds tickets, all of one type unless named, and has filled in the checkout. */
export async function guestHolds(
  event: { eventId: string; ticketTypes: { id: string }[] },
  quantity = 1,
  changes: { email?: string; promoCode?: string; typeIndex?: number } = {},
): Promise<TestBooking> {
  const type = event.ticketTypes[changes.typeIndex ?? 0];
  if (!type) throw new Error('the event has no such ticket type');
  const hold = await holdTickets(
    {
      eventId: event.eventId,
      items: [{ ticketTypeId: type.id, quantity }],
      locale: 'en',
      ...(changes.promoCode ? { promoCode: changes.promoCode } : {}),
    },
    { userId: null },
  );
  return {
    bookingId: hold.bookingId,
    reference: hold.reference,
    access: { actor: { kind: 'guest' }, key: hold.secret },
    form: {
      buyerName: 'Marta Ferreira',
      buyerEmail: changes.email ?? `marta-${hold.reference.toLowerCase()}@example.org`,
      attendees: Array.from({ length: quantity }, (_, index) => ({
        ticketTypeId: type.id,
        name: `Guest ${index + 1}`,
        email: '' as const,
      })),
      acceptTerms: true,
      marketingConsent: false,
    },
  };
}

/** Submits the checkout and pays as Stripe.js would, with one of Stripe's test payment methods. */
export async function pay(booking: TestBooking, method = 'pm_card_visa'): Promise<string> {
  const intentId = await begin(booking);
  await stripe()
    .paymentIntents.confirm(intentId, { payment_method: method, return_url: 'http://localhost/return' })
    // A decline is an answer here; the test looks at what it led to.
    .catch((error: unknown) => {
      if (!(error instanceof Error && 'type' in error && error.type === 'StripeCardError')) throw error;
    });
  return intentId;
}

/** Submits the checkout and answers the intent that the browser would confirm. */
export async function begin(booking: TestBooking): Promise<string> {
  const start = await startPayment(booking.reference, booking.form, booking.access);
  if (start.kind !== 'pay') throw new Error('there is nothing to pay');
  return start.clientSecret.split('_secret_')[0] ?? '';
}

/** Where a booking stands, and what hangs on it. */
export async function stateOf(bookingId: string) {
  const { rows } = await database().execute<{
    status: string;
    tickets: number;
    payments: { status: string; outcome: string | null }[];
    refunds: { status: string; amount: number; reason: string }[];
    mails: string[];
  }>(sql`
    select b.status,
      (select count(*)::int from tickets where booking_id = b.id) as tickets,
      (select coalesce(json_agg(json_build_object('status', status, 'outcome', outcome) order by attempt), '[]')
       from payments where booking_id = b.id) as payments,
      (select coalesce(json_agg(json_build_object('status', r.status, 'amount', r.amount, 'reason', r.reason)), '[]')
       from refunds r join payments p on p.id = r.payment_id where p.booking_id = b.id) as refunds,
      (select coalesce(json_agg(kind order by created_at), '[]') from deliveries where booking_id = b.id) as mails
    from bookings b where b.id = ${bookingId}`);
  const state = rows[0];
  if (!state) throw new Error(`no booking ${bookingId}`);
  return state;
}

/** Waits until a booking has got there: for what webhooks bring about. */
export async function becomes(bookingId: string, status: string): Promise<void> {
  await vi.waitFor(async () => expect((await stateOf(bookingId)).status).toBe(status), {
    timeout: 10_000,
    interval: 25,
  });
}

/**
 * Begins something while a hold of an event is being decided, and lets the hold end a moment later.
 *
 * @returns whether it waited for the hold, and what it came to
 */
export async function whileHolding<T>(
  eventId: string,
  begin: () => Promise<T>,
): Promise<{ before: 'waits' | T; after: T }> {
  let under: Promise<T> | undefined;
  const before = await database().transaction(async (tx) => {
    await lockEventStock(tx, eventId, []);
    under = begin();
    return Promise.race([under, sleep(150, 'waits' as const)]);
  });
  if (!under) throw new Error('nothing was begun');
  return { before, after: await under };
}
