import type { Outcome } from './ask-route.ts';
import { type Reader, readers } from './readers.ts';
import type { World } from './world.ts';

/** What one route shows to whom. A route that is in the tree and not in this table fails the test. */
export type RouteEntry = {
  at: (world: World) => string;
  /** What readers get; those who are not named, what `others` says. */
  outcomes: Partial<Record<Reader, Outcome>>;
  others: Outcome;
  method?: 'POST';
};

const everyone = (path: string | ((world: World) => string), outcome: Outcome = 'shown'): RouteEntry => ({
  at: typeof path === 'string' ? () => path : path,
  outcomes: {},
  others: outcome,
});

const guests = { guest: 'sign_in', suspended: 'sign_in' } as const;

/** A page of the organizer: outsiders learn nothing of it, members of a role that does not reach so far that it is so. */
const organizerPage = (
  path: string,
  members: { shown: readonly Reader[]; refused?: readonly Reader[] },
): RouteEntry => ({
  at: ({ organizer }) => `/dashboard/${organizer}${path}`,
  outcomes: { ...guests, ...give(members.shown, 'shown'), ...give(members.refused ?? [], 'refused') },
  others: 'missing',
});

/** Something of the buyer's: the office of the organizer may look, nobody else learns that it is there. */
const bookingRoute = (path: string | ((world: World) => string)): RouteEntry => ({
  at: (world) => `/bookings/${world.booking.reference}${typeof path === 'string' ? path : path(world)}`,
  outcomes: give(['buyer', 'box_office', 'manager', 'owner', 'admin'], 'shown'),
  others: 'missing',
});

/** Something of a ticket that was handed on to the attendee: its new holder's alone. */
const ticketRoute = (path = ''): RouteEntry => ({
  at: ({ handedOn }) => `/tickets/${handedOn.code}${path}`,
  outcomes: give(['attendee'], 'shown'),
  others: 'missing',
});

/** Something of the event's door, which every member may. */
const doorRoute = (path: string, outcome: Outcome = 'shown'): RouteEntry => ({
  at: ({ event }) => `/door/${event.slug}${path}`,
  outcomes: { ...guests, ...give(['door', ...OFFICE], outcome) },
  others: 'missing',
});

/** A page of the administration, which is not there for anybody else. */
const adminPage = (path: string | ((world: World) => string) = ''): RouteEntry => ({
  at: (world) => `/admin${typeof path === 'string' ? path : path(world)}`,
  outcomes: { ...guests, admin: 'shown' },
  others: 'missing',
});

const MANAGERS = ['manager', 'owner', 'admin'] as const;
const OFFICE = ['box_office', 'manager', 'owner', 'admin'] as const;

function give(to: readonly Reader[], outcome: Outcome): Partial<Record<Reader, Outcome>> {
  return Object.fromEntries(to.map((reader) => [reader, outcome]));
}

export const routes: Record<string, RouteEntry> = {
  // for everybody
  '/[locale]': everyone('/'),
  '/[locale]/events': everyone('/events'),
  '/[locale]/events/[slug]': everyone(({ event }) => `/events/${event.slug}`),
  // The sale of the event has begun, so there is nothing to be reminded of; see journeys/finding.
  '/[locale]/events/[slug]/reminder': everyone(({ event }) => `/events/${event.slug}/reminder`, 'missing'),
  '/[locale]/venues/[slug]': everyone(({ venue }) => `/venues/${venue}`),
  '/[locale]/organizers/[slug]': everyone(({ organizer }) => `/organizers/${organizer}`),
  '/[locale]/imprint': everyone('/imprint'),
  '/[locale]/privacy': everyone('/privacy'),
  '/[locale]/terms': everyone('/terms'),
  '/[locale]/offline': everyone('/offline'),
  // Shown in place of another page, never by themselves.
  '/[locale]/missing': everyone('/missing', 'missing'),
  '/[locale]/broken': everyone('/broken', 'missing'),
  '/[locale]/[...rest]': everyone('/no-such-page', 'missing'),
  '/[locale]/dev/gallery': everyone('/dev/gallery', 'missing'),
  '/.well-known/foyer-keys': everyone('/.well-known/foyer-keys'),
  '/sitemap.xml': everyone('/sitemap.xml'),
  '/sitemaps/[file]': everyone('/sitemaps/99.xml', 'missing'),
  '/posters/[file]': everyone(({ event }) => `/posters/${event.slug}.svg`),
  // Of somebody who has one; see journeys/picture.
  '/pictures/[file]': everyone('/pictures/no-picture-96.webp', 'missing'),
  '/qr/[file]': everyone('/qr/not-a-code.png', 'missing'),
  '/api/me': everyone('/api/me'),
  '/api/auth/[...nextauth]': everyone('/api/auth/csrf'),
  '/api/auth/sign-out': { ...everyone('/api/auth/sign-out', 'elsewhere'), method: 'POST' },
  '/api/webhooks/stripe': { ...everyone('/api/webhooks/stripe', 'bad_request'), method: 'POST' },

  // the way in: who is in already goes on
  '/[locale]/sign-in': {
    at: () => '/sign-in',
    outcomes: { guest: 'shown', suspended: 'shown' },
    others: 'elsewhere',
  },
  '/[locale]/sign-up': {
    at: () => '/sign-up',
    outcomes: { guest: 'shown', suspended: 'shown' },
    others: 'elsewhere',
  },
  '/[locale]/sign-in/link': everyone('/sign-in/link'),
  '/[locale]/forgot-password': everyone('/forgot-password'),
  '/[locale]/find-tickets': everyone('/find-tickets'),
  // Whoever has the key gets on, whoever they are; see journeys/accounts.
  '/[locale]/confirm': everyone('/confirm?key=none'),
  '/[locale]/change-email': everyone('/change-email?key=none'),
  '/[locale]/reset-password': everyone('/reset-password?key=none'),
  '/[locale]/invitation': everyone('/invitation?key=none'),

  // a buyer's own
  '/[locale]/account': { at: () => '/account', outcomes: guests, others: 'shown' },
  '/[locale]/account/delete': { at: () => '/account/delete', outcomes: guests, others: 'shown' },
  '/[locale]/account/export': {
    at: () => '/account/export',
    outcomes: guests,
    others: 'shown',
    method: 'POST',
  },
  // Back to the account, which says that there was no file, or that none is left.
  '/api/account/picture': {
    at: () => '/api/account/picture',
    outcomes: guests,
    others: 'elsewhere',
    method: 'POST',
  },
  '/api/account/picture/remove': {
    at: () => '/api/account/picture/remove',
    outcomes: guests,
    others: 'elsewhere',
    method: 'POST',
  },
  // Back to where it was asked for, in the other language.
  '/api/account/language': {
    at: () => '/api/account/language',
    outcomes: guests,
    others: 'elsewhere',
    method: 'POST',
  },
  '/[locale]/account/deleted': everyone('/account/deleted'),
  // Without an account what this browser has keys for.
  '/[locale]/bookings': everyone('/bookings'),
  '/[locale]/bookings/[reference]': bookingRoute(''),
  '/[locale]/bookings/[reference]/receipt': bookingRoute('/receipt'),
  '/[locale]/bookings/[reference]/calendar': bookingRoute('/calendar'),
  '/[locale]/bookings/[reference]/tickets': bookingRoute('/tickets'),
  '/[locale]/bookings/[reference]/tickets/[code]': bookingRoute(
    ({ booking }) => `/tickets/${booking.tickets[0]?.code}`,
  ),
  '/[locale]/tickets/[code]': ticketRoute(),
  '/[locale]/tickets/[code]/pdf': ticketRoute('/pdf'),
  '/[locale]/tickets/[code]/calendar': ticketRoute('/calendar'),
  '/[locale]/transfer': everyone('/transfer?key=none'),
  // These only lead on, to pages that decide for themselves.
  '/[locale]/bookings/[reference]/claim': everyone(
    ({ booking }) => `/bookings/${booking.reference}/claim`,
    'elsewhere',
  ),
  '/[locale]/bookings/[reference]/open': everyone(
    ({ booking }) => `/bookings/${booking.reference}/open?key=x`,
    'elsewhere',
  ),
  '/[locale]/tickets/[code]/open': everyone(
    ({ handedOn }) => `/tickets/${handedOn.code}/open?key=x`,
    'elsewhere',
  ),
  '/[locale]/checkout/[reference]/return': everyone(
    ({ booking }) => `/checkout/${booking.reference}/return`,
    'elsewhere',
  ),
  '/[locale]/checkout/[reference]': {
    at: ({ booking }) => `/checkout/${booking.reference}`,
    outcomes: give(['buyer', ...OFFICE], 'elsewhere'),
    others: 'missing',
  },

  // an organizer's
  '/dashboard': {
    at: () => '/dashboard',
    outcomes: { ...guests, ...give(['attendee', 'buyer'], 'shown') },
    others: 'elsewhere',
  },
  '/dashboard/invitations': { at: () => '/dashboard/invitations', outcomes: guests, others: 'shown' },
  '/dashboard/new': { at: () => '/dashboard/new', outcomes: guests, others: 'shown' },
  '/dashboard/[organizer]': {
    at: ({ organizer }) => `/dashboard/${organizer}`,
    outcomes: { ...guests, ...give(['door', ...OFFICE], 'elsewhere') },
    others: 'missing',
  },
  '/dashboard/[organizer]/events': organizerPage('/events', { shown: OFFICE, refused: ['door'] }),
  '/dashboard/[organizer]/events/[event]': {
    at: ({ organizer, event }) => `/dashboard/${organizer}/events/${event.slug}`,
    outcomes: { ...guests, ...give(OFFICE, 'shown'), ...give(['door'], 'refused') },
    others: 'missing',
  },
  '/dashboard/[organizer]/bookings': organizerPage('/bookings', { shown: OFFICE, refused: ['door'] }),
  '/dashboard/[organizer]/team': organizerPage('/team', { shown: ['door', ...OFFICE] }),
  '/dashboard/[organizer]/settings': organizerPage('/settings', {
    shown: ['owner', 'admin'],
    refused: ['door', 'box_office', 'manager'],
  }),
  '/dashboard/[organizer]/log': organizerPage('/log', { shown: MANAGERS, refused: ['door', 'box_office'] }),

  // the administration's
  '/admin': adminPage(),
  '/admin/users': adminPage('/users'),
  '/admin/users/[id]': adminPage(({ people }) => `/users/${people.buyer.userId}`),
  '/admin/organizers': adminPage('/organizers'),
  '/admin/organizers/[slug]': adminPage(({ organizer }) => `/organizers/${organizer}`),
  '/admin/events': adminPage('/events'),
  '/admin/events/[slug]': adminPage(({ event }) => `/events/${event.slug}`),
  '/admin/categories': adminPage('/categories'),
  '/admin/bookings': adminPage('/bookings'),
  '/admin/payments': adminPage('/payments'),
  '/admin/jobs': adminPage('/jobs'),
  '/admin/audit': adminPage('/audit'),
  '/admin/bookings/[reference]': adminPage(({ booking }) => `/bookings/${booking.reference}`),

  // the door's
  '/door': {
    at: () => '/door',
    // Outsiders have a door of their own.
    outcomes: { ...guests, ...give(['outsider', 'door', ...OFFICE], 'shown') },
    others: 'missing',
  },
  '/door/[event]': doorRoute(''),
  // On to the page that asks which door it is.
  '/door/[event]/names': doorRoute('/names', 'elsewhere'),
  '/door/[event]/progress': doorRoute('/progress'),
  '/door/[event]/check-in': { ...doorRoute('/check-in', 'bad_request'), method: 'POST' },
  '/door/[event]/undo': { ...doorRoute('/undo', 'bad_request'), method: 'POST' },
};

/** What a reader is to get of a route. */
export const expected = ({ outcomes, others }: RouteEntry): Record<Reader, Outcome> =>
  Object.fromEntries(readers.map((reader) => [reader, outcomes[reader] ?? others])) as Record<
    Reader,
    Outcome
  >;
