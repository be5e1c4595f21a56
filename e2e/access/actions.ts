import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { buildHouse } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';
import { releaseHold } from '#lib/payments/release-hold.ts';
import { newReference, newSecret } from '#lib/reference.ts';
import { ask } from '../stage/database.ts';
import { type ActionEntry, form } from './action-entry.ts';
import { adminActions } from './admin-actions.ts';
import type { Call } from './call-action.ts';
import { addMember, type Reader, readers, someoneSignedIn } from './readers.ts';
import { ticketActions } from './ticket-actions.ts';
import type { World } from './world.ts';

const nobody = [] as const;

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

/**
 * An organizer of its own for each call, where the reader is what they are in the world; and somebody else there for the
 * call to be about.
 */
async function freshTeam(world: World, reader: Reader) {
  const { organizerId } = await buildHouse(database());
  const role = reader === 'suspended' ? 'owner' : ROLES.find((one) => one === reader);
  if (role && reader !== 'guest') await addMember(organizerId, world.people[reader].userId, role);
  const other = await someoneSignedIn('Some Body');
  await addMember(organizerId, other.userId, 'door');
  const [row] = await ask<{ slug: string }>('select slug from organizers where id = $1', [organizerId]);
  return { organizer: row?.slug ?? '', organizerId, other: other.userId };
}

const ROLES = ['door', 'box_office', 'manager', 'owner'] as const;

/** An action on the team's page of an organizer, about somebody else there, or about somebody who was invited. */
const inTeam = (changes: readonly Reader[], more: Record<string, string> = {}): ActionEntry => ({
  changes,
  prepare: async (world, reader) => {
    const { organizer, organizerId, other } = await freshTeam(world, reader);
    const invitation = await invite(organizerId, `${newReference().toLowerCase()}@access.example`);
    return {
      path: `/dashboard/${organizer}/team`,
      args: [null, form({ organizer, userId: other, invitation, ...more })],
    };
  },
});

/** Into the table: the verb would have a letter sent for every call. */
async function invite(organizerId: string, email: string): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into member_invitations (organizer_id, email, role, locale, expires_at)
     values ($1, $2, 'manager', 'en', app_now() + interval '1 day') returning id`,
    [organizerId, email],
  );
  return row?.id ?? '';
}

/** An answer to an invitation of the buyer's, by the key from its mail and by itself. */
const onInvitation = (path: string, changes: readonly Reader[]): ActionEntry => ({
  changes,
  prepare: async ({ people }) => {
    const { organizerId } = await buildHouse(database());
    const invitation = await invite(organizerId, people.buyer.email);
    const key = await mintMailKey(database(), 'invitation', invitation);
    return { path, args: [null, form({ key, invitation, locale: 'en' })] };
  },
});

const asksForLetter = (path: string): ActionEntry => ({
  changes: readers,
  prepare: async (_world, reader) => {
    // All of them come from one network, which may not ask that often.
    await ask('delete from rate_limits');
    const email = `${newReference().toLowerCase()}@access.example`;
    const fields = {
      name: 'Mallory',
      email,
      password: `words of ${reader}`,
      acceptTerms: 'on',
      locale: 'en',
    };
    return { path, args: [null, form(fields)] };
  },
});

const wrongKey = (path: string): ActionEntry => ({
  changes: nobody,
  prepare: async () => ({
    path,
    args: [null, form({ key: newSecret().secret, password: 'words of nobody', locale: 'en' })],
  }),
});

/** Something that everybody who is signed in does to themselves. */
const onOwnAccount = (
  args: (reader: Reader, world: World) => Promise<Call['args']>,
  path = '/account',
): ActionEntry => ({
  changes: readers.filter((reader) => reader !== 'guest' && reader !== 'suspended'),
  prepare: async (world, reader) => {
    // As they came: without a password.
    if (reader !== 'guest')
      await ask('update users set password_hash = null where id = $1', [world.people[reader].userId]);
    return { path, args: await args(reader, world) };
  },
});

/** A ticket of nobody's in particular for each call; what it takes to let somebody in by it. */
async function freshTicket({ event, booking }: World): Promise<Record<string, string>> {
  const [ticket] = booking.tickets;
  await ask(`update check_ins set undone_at = app_now() where ticket_id = $1 and undone_at is null`, [
    ticket?.id,
  ]);
  await ask(`update tickets set status = 'valid' where id = $1`, [ticket?.id]);
  return {
    event: event.slug,
    door: 'Main door',
    scanId: crypto.randomUUID(),
    ticket: ticket?.id ?? '',
    // The event of the world is two days away.
    anyDay: '1',
  };
}

/** Somebody who has been let in, for each call. */
async function freshCheckIn(world: World): Promise<Record<string, string>> {
  const { ticket = '', scanId = '', event = '' } = await freshTicket(world);
  await ask(`update tickets set status = 'used' where id = $1`, [ticket]);
  await ask(
    `insert into check_ins (id, ticket_id, event_id, door) select $2, id, event_id, 'Main door' from tickets where id = $1`,
    [ticket, scanId],
  );
  return { event, checkInId: scanId };
}

const atDoor = (fields: (world: World) => Promise<Record<string, string>>): ActionEntry => ({
  changes: ['door', 'box_office', 'manager', 'owner', 'admin'],
  prepare: async (world) => ({ path: `/door/${world.event.slug}`, args: [null, form(await fields(world))] }),
});

const DOOR = '(staff)/door/[event]/actions.ts';
const TEAM = '(staff)/dashboard/[organizer]/team/actions.ts';
const CHECKOUT = '[locale]/(public)/checkout/[reference]/actions.ts';

/** Every server action of the build. One that is not in this table fails the test. */
export const actions: Record<string, ActionEntry> = {
  ...ticketActions,
  ...adminActions,
  '[locale]/(entrance)/sign-in/actions.ts#signInAction': wrongPassword('/sign-in'),
  // Anybody may ask for a letter, and only its key does anything.
  '[locale]/(entrance)/sign-up/actions.ts#signUpAction': asksForLetter('/sign-up'),
  '[locale]/(entrance)/sign-in/link/actions.ts#requestLinkAction': asksForLetter('/sign-in/link'),
  '[locale]/(entrance)/forgot-password/actions.ts#forgotPasswordAction': asksForLetter('/forgot-password'),
  '[locale]/(entrance)/find-tickets/actions.ts#findTicketsAction': asksForLetter('/find-tickets'),
  '[locale]/(entrance)/sign-in/link/actions.ts#redeemLinkAction': wrongKey('/sign-in/link'),
  '[locale]/(entrance)/confirm/actions.ts#confirmAction': wrongKey('/confirm'),
  '[locale]/(entrance)/change-email/actions.ts#confirmEmailChangeAction': wrongKey('/change-email'),
  '[locale]/(entrance)/change-email/actions.ts#refuseEmailChangeAction': wrongKey('/change-email'),
  '[locale]/(entrance)/reset-password/actions.ts#resetPasswordAction': wrongKey('/reset-password'),
  // One's own, whoever one is.
  '[locale]/(public)/account/actions.ts#editProfileAction': onOwnAccount(async (reader) => [
    null,
    form({ name: `Renamed ${reader} ${newReference()}`, locale: 'en', timezone: '' }),
  ]),
  '[locale]/(public)/account/actions.ts#changePasswordAction': onOwnAccount(async () => [
    null,
    form({ current: '', password: `words of ${newReference()}` }),
  ]),
  '[locale]/(public)/account/actions.ts#changeEmailAction': onOwnAccount(async () => {
    await ask('delete from rate_limits');
    return [null, form({ email: `${newReference().toLowerCase()}@access.example`, current: '' })];
  }),
  '[locale]/(public)/account/actions.ts#withdrawEmailChangeAction': onOwnAccount(async (reader, world) => {
    if (reader !== 'guest')
      await ask(
        `insert into email_changes (user_id, old_email, new_email, expires_at)
         select id, email, 'else-' || email, app_now() + interval '1 day' from users where id = $1`,
        [world.people[reader].userId],
      );
    return [null, form({})];
  }),
  '[locale]/(public)/account/actions.ts#endSessionAction': {
    changes: nobody,
    // Somebody else's session, which is nobody's to end.
    prepare: async () => {
      const { userId } = await someoneSignedIn('Some Body');
      const [session] = await ask<{ id: string }>('select id from sessions where user_id = $1', [userId]);
      return { path: '/account', args: [form({ session: session?.id ?? '' })] };
    },
  },
  '[locale]/(public)/account/delete/actions.ts#requestErasureAction': onOwnAccount(async () => {
    await ask('delete from rate_limits');
    return [null, form({})];
  }, '/account/delete'),
  '[locale]/(public)/account/delete/actions.ts#eraseAccountAction': {
    changes: nobody,
    // Somebody else, who is nobody's to erase.
    prepare: async () => {
      const { userId } = await someoneSignedIn('Some Body');
      const [user] = await ask<{ email: string }>('select email from users where id = $1', [userId]);
      const fields = { confirmation: user?.email ?? '', current: 'words of nobody', key: '', scripted: '' };
      return { path: '/account/delete', args: [null, form(fields)] };
    },
  },
  '[locale]/(entrance)/invitation/actions.ts#acceptAction': onInvitation('/invitation', ['buyer']),
  '[locale]/(entrance)/invitation/actions.ts#declineAction': onInvitation('/invitation', readers),
  '(staff)/dashboard/invitations/actions.ts#joinAction': onInvitation('/dashboard/invitations', ['buyer']),
  '[locale]/(public)/events/[slug]/actions.ts#hold': {
    changes: readers,
    prepare: async ({ event }) => ({
      path: `/events/${event.slug}`,
      args: [null, form({ eventId: event.id, [`quantity:${event.ticketTypeId}`]: '1' })],
    }),
  },
  '(staff)/dashboard/new/actions.ts#foundOrganizerAction': {
    changes: readers.filter((reader) => reader !== 'guest' && reader !== 'suspended'),
    prepare: async () => ({
      path: '/dashboard/new',
      args: [null, form({ name: 'A New One', email: 'new@access.example', country: 'PT' })],
    }),
  },
  '(staff)/dashboard/[organizer]/settings/actions.ts#editOrganizerAction': {
    changes: ['owner', 'admin'],
    prepare: async (world, reader) => {
      const { organizer } = await freshTeam(world, reader);
      return {
        path: `/dashboard/${organizer}/settings`,
        args: [null, form({ organizer, name: 'Another Name', email: 'new@access.example', country: 'DE' })],
      };
    },
  },
  '(staff)/dashboard/[organizer]/events/[event]/actions.ts#editTicketRulesAction': {
    changes: ['manager', 'owner', 'admin'],
    prepare: async ({ organizer, event }) => {
      await ask('update events set names_changeable_until = null where id = $1', [event.id]);
      const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16);
      const rules = { namesChangeableUntil: tomorrow, transfersAllowed: 'on' };
      return {
        path: `/dashboard/${organizer}/events/${event.slug}`,
        args: [null, form({ organizer, event: event.id, ...rules })],
      };
    },
  },
  [`${TEAM}#changeRoleAction`]: inTeam(['owner', 'admin'], { role: 'manager' }),
  [`${TEAM}#inviteAction`]: inTeam(['owner', 'admin'], { email: 'new@access.example', role: 'door' }),
  [`${TEAM}#resendAction`]: inTeam(['owner', 'admin']),
  [`${TEAM}#withdrawAction`]: inTeam(['owner', 'admin']),
  [`${TEAM}#removeMemberAction`]: inTeam(['owner', 'admin']),
  // The house has another owner, so that an owner may go too.
  [`${TEAM}#leaveAction`]: inTeam(ROLES),
  [`${DOOR}#checkInAction`]: atDoor(freshTicket),
  [`${DOOR}#undoAction`]: atDoor(freshCheckIn),
  // It only sets a cookie of the device.
  [`${DOOR}#nameDoorAction`]: {
    changes: nobody,
    prepare: async ({ event }) => ({
      path: `/door/${event.slug}`,
      args: [form({ event: event.slug, door: 'Side door' })],
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
  // It only looks.
  [`${CHECKOUT}#holdState`]: {
    changes: nobody,
    prepare: async (world) => {
      const { reference } = await strangersHold(world);
      return { path: `/checkout/${reference}`, args: [reference] };
    },
  },
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
