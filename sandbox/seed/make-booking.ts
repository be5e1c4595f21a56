import type { Actor } from '#lib/auth/actor.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { reconcilePayment } from '#lib/payments/reconcile-payment.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { stripe } from '#lib/payments/stripe.ts';
import type { CreatedSeedEvent } from './create-catalogue.ts';
import type { PlannedBooking } from './plan-bookings.ts';
import type { SeedTicketType } from './types.ts';

/** What a buyer's browser would be sent back to; nobody is. */
const RETURN_URL = 'https://foyer.example/return';

/**
 * Buys tickets as a person would: holds them, gives names, pays with Stripe's Visa test card where there is something
 * to pay, and has the payment reconciled as the webhook would.
 *
 * @param userId whose booking it becomes; null for a guest
 */
export async function makeBooking(
  planned: PlannedBooking,
  event: CreatedSeedEvent,
  userId: string | null,
): Promise<void> {
  const ticketTypeId = typeIdOf(planned.ticketType, event);
  const locale = ['DE', 'AT'].includes(planned.buyer.country) && !planned.signedIn ? 'de' : 'en';
  const { eventId } = event;
  const items = [{ ticketTypeId, quantity: planned.quantity }];
  const promo = planned.promoCode === undefined ? {} : { promoCode: planned.promoCode };
  const { reference, secret } = await holdTickets({ eventId, items, locale, ...promo }, { userId });
  const actor: Actor =
    userId === null
      ? { kind: 'guest' }
      : { kind: 'user', userId, role: 'attendee', sessionId: 'seed', memberships: [] };
  const started = await startPayment(
    reference,
    {
      buyerName: planned.buyer.name,
      buyerEmail: planned.buyer.email,
      attendees: planned.attendees.map((name) => ({ ticketTypeId, name, email: '' as const })),
      acceptTerms: true,
      marketingConsent: planned.quantity % 3 === 0,
    },
    { actor, key: secret },
  );
  if (started.kind === 'confirmed') return;
  const intentId = started.clientSecret.replace(/_secret_.*$/, '');
  await stripe().paymentIntents.confirm(intentId, { payment_method: 'pm_card_visa', return_url: RETURN_URL });
  await reconcilePayment(intentId);
}

/** Puts what the data says into carts, as many as it takes, and leaves them there. */
export async function leaveInCart(event: CreatedSeedEvent, type: SeedTicketType): Promise<void> {
  const ticketTypeId = typeIdOf(type.name, event);
  let left = type.held ?? 0;
  while (left > 0) {
    const quantity = Math.min(left, type.maxPerBooking ?? 8);
    left -= quantity;
    const items = [{ ticketTypeId, quantity }];
    await holdTickets({ eventId: event.eventId, items, locale: 'en' }, { userId: null });
  }
}

function typeIdOf(ticketType: string, event: CreatedSeedEvent): string {
  const id = event.ticketTypeIds.get(ticketType);
  if (id === undefined) throw new Error(`there is no ticket type ${ticketType}`);
  return id;
}
