import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { releaseHold } from '#lib/payments/release-hold.ts';
import type { Call } from './call-action.ts';
import { type Reader, readers } from './readers.ts';
import type { World } from './world.ts';

/** How one server action is called by somebody who has kept its page open, and who gets through. */
export type ActionEntry = {
  /** For whom it changes rows. For nobody else may it change any. */
  changes: readonly Reader[];
  /**
   * Makes what the call is about anew for each call, so that one that went through spoils no other. `key` is the cookie
   * of whoever it belongs to: with it a guest gets through too.
   */
  prepare: (world: World, reader: Reader) => Promise<Call & { key?: string }>;
};

const nobody = [] as const;

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** A hold that somebody made in another browser, and what only that browser has. */
async function strangersHold({ event }: World) {
  const items = [{ ticketTypeId: event.ticketTypeId, quantity: 1 }];
  const { reference, secret } = await holdTickets(
    { eventId: event.id, items, locale: 'en' },
    { userId: null },
  );
  const access = { actor: { kind: 'guest' as const }, key: secret };
  return { reference, access, key: `foyer_booking_${reference}=${secret}` };
}

/** An action of the checkout, on the hold of somebody else: their key decides, not who one is. */
const onStrangersHold = (
  more: (world: World) => readonly unknown[] = () => [],
  before: (
    reference: string,
    access: { actor: { kind: 'guest' }; key: string },
  ) => Promise<unknown> = async () => undefined,
): ActionEntry => ({
  changes: nobody,
  prepare: async (world) => {
    const { reference, access, key } = await strangersHold(world);
    await before(reference, access);
    return { path: `/checkout/${reference}`, args: [reference, ...more(world)] as Call['args'], key };
  },
});

const wrongPassword = (path: string): ActionEntry => ({
  changes: nobody,
  prepare: async () => ({
    path,
    args: [null, form({ email: 'nobody@access.example', password: 'no password of anybody', locale: 'en' })],
  }),
});

const CHECKOUT = '[locale]/(public)/checkout/[reference]/actions.ts';

/** Every server action of the build. One that is not in this table fails the test. */
export const actions: Record<string, ActionEntry> = {
  '[locale]/(entrance)/sign-in/actions.ts#signInAction': wrongPassword('/sign-in'),
  '[locale]/(entrance)/sign-up/actions.ts#signUpAction': wrongPassword('/sign-up'),
  '[locale]/(public)/events/[slug]/actions.ts#hold': {
    changes: readers,
    prepare: async ({ event }) => ({
      path: `/events/${event.slug}`,
      args: [null, form({ eventId: event.id, [`quantity:${event.ticketTypeId}`]: '1' })],
    }),
  },
  [`${CHECKOUT}#start`]: onStrangersHold(({ event }) => [
    {
      buyerName: 'Mallory',
      buyerEmail: 'mallory@access.example',
      attendees: [{ ticketTypeId: event.ticketTypeId, name: 'Mallory', email: '' }],
      acceptTerms: true,
      marketingConsent: false,
    },
  ]),
  [`${CHECKOUT}#extend`]: onStrangersHold(),
  [`${CHECKOUT}#promoCode`]: onStrangersHold(() => ['TENTH']),
  [`${CHECKOUT}#giveBack`]: onStrangersHold(),
  [`${CHECKOUT}#holdAgain`]: onStrangersHold(() => [], releaseHold),
  // It only asks Stripe, as the sweeper does every minute.
  [`${CHECKOUT}#settle`]: {
    changes: nobody,
    prepare: async ({ booking: { reference } }) => ({ path: `/checkout/${reference}`, args: [reference] }),
  },
};
