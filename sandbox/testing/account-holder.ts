import { erasePerson } from '#lib/accounts/erase-person.ts';
import { makeAccount } from '#lib/accounts/testing.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { findAccount } from '#lib/auth/session-row.ts';
import { sessionOf } from '#lib/auth/testing.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { reconcilePayment } from '#lib/payments/reconcile-payment.ts';
import { startPayment } from '#lib/payments/start-payment.ts';
import { stripe } from '#lib/payments/stripe.ts';

const PASSWORD = 'quite long enough';
let people = 0;

export type Somebody = { email: string; actor: UserActor };

/** Somebody with an account, signed in. */
export async function somebody(): Promise<Somebody> {
  people += 1;
  const email = `person-${people}@example.org`;
  return { email, actor: await signedIn(await makeAccount(email, PASSWORD)) };
}

export async function signedIn(userId: string): Promise<UserActor> {
  const account = await findAccount(await sessionOf(userId, 'Firefox'));
  if (!account) throw new Error('nobody is signed in');
  return account.actor;
}

/** Erases them, with whatever is said otherwise. */
export const erase = ({ email, actor }: Somebody, changes = {}) =>
  erasePerson(actor, { confirmation: email, current: PASSWORD, key: '', ...changes }, '192.0.2.77');

type OnSale = { eventId: string; ticketTypes: { id: string }[] };

/** Holds tickets, and can begin to pay for them. */
export async function holds({ actor }: Somebody, at: OnSale, quantity = 1) {
  const ticketTypeId = at.ticketTypes[0]?.id ?? '';
  const hold = await holdTickets(
    { eventId: at.eventId, items: [{ ticketTypeId, quantity }], locale: 'en' },
    { userId: actor.userId },
  );
  const pay = (email: string) =>
    startPayment(
      hold.reference,
      {
        buyerName: 'Ada Nwosu',
        buyerEmail: email,
        attendees: Array.from({ length: quantity }, () => ({
          ticketTypeId,
          name: 'Ada Nwosu',
          email: '' as const,
        })),
        acceptTerms: true,
        marketingConsent: true,
      },
      { actor, key: hold.secret },
    );
  return { ...hold, pay };
}

/** The intent that was begun, if any. */
export const intentOf = (start: Awaited<ReturnType<typeof startPayment>>) =>
  start.kind === 'pay' ? (start.clientSecret.split('_secret_')[0] ?? '') : '';

/** Pays as the browser would; nobody here knows of it yet. */
export const confirm = (intent: string) =>
  stripe().paymentIntents.confirm(intent, {
    payment_method: 'pm_card_visa',
    return_url: 'http://localhost/r',
  });

/** Books, and pays where something is to be paid. */
export async function books(person: Somebody, at: OnSale, quantity = 1) {
  const hold = await holds(person, at, quantity);
  const intent = intentOf(await hold.pay(person.email));
  if (intent !== '') {
    await confirm(intent);
    await reconcilePayment(intent);
  }
  return hold.bookingId;
}
