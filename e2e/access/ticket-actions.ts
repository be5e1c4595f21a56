import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { database } from '#lib/database.ts';
import { newReference, newSecret } from '#lib/reference.ts';
import { ticketKey } from '#lib/tickets/ticket-key.ts';
import { ask } from '../stage/database.ts';
import { type ActionEntry, form } from './action-entry.ts';
import { readers } from './readers.ts';
import type { World } from './world.ts';

const someEmail = () => `${newReference().toLowerCase()}@access.example`;

/** No offer is open of the ticket that was handed on to the attendee; only its offers are anew, never the ticket. */
async function withoutOffer({ handedOn }: World): Promise<void> {
  await ask(
    `update ticket_transfers set status = 'withdrawn', ended_at = app_now() where ticket_id = $1 and status = 'offered'`,
    [handedOn.id],
  );
}

async function offer({ handedOn }: World): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into ticket_transfers (ticket_id, from_name, from_email, to_name, to_email, locale, expires_at)
     values ($1, 'Ada Tendee', 'ada@access.example', 'Some Body', $2, 'en', app_now() + interval '1 day')
     returning id`,
    [handedOn.id, someEmail()],
  );
  return row?.id ?? '';
}

/** An action on the ticket that was handed on to the attendee: neither its buyer nor the office may. */
const onHandedOn = (
  fields: () => Record<string, string> = () => ({}),
  before: (world: World) => Promise<unknown> = withoutOffer,
): ActionEntry => ({
  changes: ['attendee'],
  prepare: async (world) => {
    await ask('delete from rate_limits');
    await before(world);
    const { id, code } = world.handedOn;
    return {
      path: `/tickets/${code}`,
      args: [null, form({ ticket: code, booking: world.booking.reference, ...fields() })],
      key: `foyer_ticket_${code}=${ticketKey({ id, code, revision: 0, transferred: true })}`,
    };
  },
});

/** An action on the buyer's booking. Its secret is another one each time, since one of them changes it. */
const onBooking: ActionEntry = {
  changes: ['buyer'],
  prepare: async ({ spare }) => {
    await ask('delete from rate_limits');
    const { secret, hash } = newSecret();
    await ask('update bookings set secret_hash = $2 where reference = $1', [spare, hash]);
    return {
      path: `/bookings/${spare}`,
      args: [null, form({ booking: spare })],
      key: `foyer_booking_${spare}=${secret}`,
    };
  },
};

/** An answer to an offer that nobody has been mailed the key of. */
const answerWithoutKey: ActionEntry = {
  changes: [],
  prepare: async (world) => {
    await withoutOffer(world);
    await offer(world);
    return { path: '/transfer', args: [null, form({ key: newSecret().secret, name: 'Mallory' })] };
  },
};

/** Whoever has the key from the mail may say no, whoever they are. */
const declineWithKey: ActionEntry = {
  changes: readers,
  prepare: async (world) => {
    await withoutOffer(world);
    const key = await mintMailKey(database(), 'transfer', await offer(world));
    return { path: '/transfer', args: [null, form({ key })] };
  },
};

const TICKETS = '[locale]/(public)/tickets/actions.ts';
const BOOKING = '[locale]/(public)/bookings/[reference]/actions.ts';
const TRANSFER = '[locale]/(public)/transfer/actions.ts';

export const ticketActions: Record<string, ActionEntry> = {
  [`${TICKETS}#renameAction`]: onHandedOn(() => ({ name: `Renamed ${newReference()}` })),
  [`${TICKETS}#offerAction`]: onHandedOn(() => ({ name: 'Some Body', email: someEmail() })),
  [`${TICKETS}#withdrawAction`]: onHandedOn(
    () => ({}),
    async (world) => {
      await withoutOffer(world);
      await offer(world);
    },
  ),
  [`${BOOKING}#resendAction`]: onBooking,
  [`${BOOKING}#renewAction`]: onBooking,
  [`${TRANSFER}#claimAction`]: answerWithoutKey,
  [`${TRANSFER}#declineAction`]: declineWithKey,
};
