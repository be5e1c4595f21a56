import type { Page } from 'playwright';
import type { MailScene } from './find-mails.ts';
import type { HandingScenes } from './make-handed-on.ts';
import type { StaffScenes } from './make-staff-scenes.ts';
import type { Viewer } from './viewers.ts';

/** Events by what there is to see on their page: the slug of one of each. */
export type EventScene =
  | 'onSale'
  | 'free'
  | 'fewLeft'
  | 'soldOut'
  | 'inCarts'
  | 'notYet'
  | 'ended'
  | 'postponed'
  | 'cancelled'
  | 'past'
  | 'takenDown'
  | 'online'
  | 'longTitle'
  | 'otherScript';

/** Bookings by where they stand: the reference of one of each. */
export type BookingScene =
  | 'held'
  | 'confirming'
  | 'confirmed'
  | 'expired'
  | 'released'
  | 'refunded'
  | 'eventCancelled';

/** What a house has to show. A scene that it lacks is left out, and so are its pages. */
export type Scenes = {
  events: Partial<Record<EventScene, string>>;
  bookings: Partial<Record<BookingScene, string>>;
  /** Tickets that change hands. */
  handing?: HandingScenes;
  venue?: string;
  organizer?: string;
  /** Organizers by what there is to see of them. */
  staff?: StaffScenes;
  /** Addresses of mails as HTML, by their kind. */
  mails: Partial<Record<MailScene, string>>;
  /** Keys as letters bring them, none of them used. */
  keys?: { confirm: string; reset: string; link: string; changeEmail: string };
};

/** One page in one state. To have another one looked at by everything that looks at pages, add a line. */
export type PublicPage = {
  name: string;
  /** Its address. Undefined where the house lacks the scene. */
  at: (scenes: Scenes) => string | undefined;
  /** Who looks at it; nobody in particular when left out. */
  seenBy?: Viewer;
  /** What it answers, when that is not 200. */
  status?: number;
  /** What a person does until the page looks so. */
  act?: (page: Page) => Promise<void>;
  /** Differs from another page in its words and pictures alone, so that what looks for barriers need not look twice. */
  like?: string;
  /** Only shows when the database is away. */
  withoutDatabase?: true;
};

const event =
  (scene: EventScene, language = '') =>
  ({ events }: Scenes) =>
    events[scene] && `${language}/events/${events[scene]}`;

const booking =
  (scene: BookingScene, end = '') =>
  ({ bookings }: Scenes) =>
    bookings[scene] && `/bookings/${bookings[scene]}${end}`;

const checkout =
  (scene: BookingScene) =>
  ({ bookings }: Scenes) =>
    bookings[scene] && `/checkout/${bookings[scene]}`;

const eraseSomebodyElse = async (page: Page) => {
  await page.locator('#confirmation').fill('somebody@else.example');
  await page.locator('#current').fill('not my password');
  await page.locator('form:has(#confirmation) button[type=submit]').click();
  await page.locator('#confirmation-error').waitFor();
};

/** Chooses one that lies in the house anyway; it is not sent. */
const choosePicture = async (page: Page) => {
  await page.locator('#picture-file').setInputFiles('public/share.png');
  await page.getByText('share.png').waitFor();
};

const submit = async (page: Page) => {
  await page.locator('main form button[type=submit]').last().click();
  await page.locator('[aria-invalid=true]').first().waitFor();
};

const mailed = (page: Page) => page.getByRole('status').waitFor();

const askForLetter = async (page: Page) => {
  await page.locator('#email').fill('zoe@example.org');
  await page.locator('main form button[type=submit]').last().click();
  await mailed(page);
};

const signUpAsSomeone = async (page: Page) => {
  await page.locator('#name').fill('Zoë Ødegård');
  await page.locator('#password').fill('four words to remember');
  await page.locator('#acceptTerms').check();
  await askForLetter(page);
};

/** Until the card form is there, in a window so high that a picture has it: what is outside of one a frame does not draw. */
const cardForm = async (page: Page) => {
  await page.frameLocator('iframe').first().locator('input').first().waitFor();
  const { width } = page.viewportSize() ?? { width: 1440 };
  await page.setViewportSize({ width, height: 1900 });
};

export const publicPages: readonly PublicPage[] = [
  { name: 'home', at: () => '/' },
  { name: 'home-de', at: () => '/de' },
  { name: 'list', at: () => '/events' },
  { name: 'list-filtered', at: () => '/events?category=concert&price=paid&available=1' },
  { name: 'list-empty', at: () => '/events?q=zeppelin+opera+underwater' },
  {
    name: 'list-sheet',
    at: () => '/events?category=concert',
    act: async (page) => {
      // Where the filters stand open beside the list there is no sheet: then it is shown as on a tablet.
      const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
      if (width > 1100) await page.setViewportSize({ width: 1024, height });
      await page.locator('summary').filter({ hasText: 'Filters' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'list-de', at: () => '/de/events' },
  { name: 'event-on-sale', at: event('onSale') },
  {
    name: 'event-chosen',
    at: event('onSale'),
    act: async (page) => {
      await page
        .getByRole('button', { name: /^One more/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Hold 1 ticket/ })
        .first()
        .waitFor();
    },
  },
  { name: 'event-free', at: event('free') },
  { name: 'event-few-left', at: event('fewLeft') },
  { name: 'event-sold-out', at: event('soldOut') },
  { name: 'event-in-carts', at: event('inCarts') },
  { name: 'event-not-yet', at: event('notYet') },
  { name: 'event-ended', at: event('ended') },
  { name: 'event-postponed', at: event('postponed') },
  { name: 'event-cancelled', at: event('cancelled') },
  { name: 'event-past', at: event('past') },
  { name: 'event-taken-down', at: event('takenDown') },
  { name: 'event-online', at: event('online') },
  { name: 'event-long-title', at: event('longTitle') },
  { name: 'event-long-title-de', at: event('longTitle', '/de') },
  { name: 'event-other-script', at: event('otherScript') },
  { name: 'event-de', at: event('onSale', '/de') },
  { name: 'venue', at: ({ venue }) => venue && `/venues/${venue}` },
  { name: 'organizer', at: ({ organizer }) => organizer && `/organizers/${organizer}` },
  { name: 'checkout', at: checkout('held'), act: cardForm },
  { name: 'checkout-errors', at: checkout('held'), act: submit },
  { name: 'checkout-expired', at: checkout('expired') },
  { name: 'booking-held', at: booking('held') },
  { name: 'booking-confirming', at: booking('confirming', '?confirming') },
  { name: 'booking-confirmed', at: booking('confirmed') },
  { name: 'receipt', at: booking('confirmed', '/receipt') },
  {
    name: 'booking-tools',
    at: booking('confirmed'),
    act: async (page) => {
      for (const title of ['Change the name', 'Hand this ticket on'])
        await page.getByText(title, { exact: true }).first().click();
      await page.getByRole('button', { name: 'Send the offer' }).first().click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'booking-handed-on', at: ({ handing }) => handing && `/bookings/${handing.booking}` },
  { name: 'ticket', at: ({ handing }) => handing && `/tickets/${handing.ticket}` },
  { name: 'ticket-de', at: ({ handing }) => handing && `/de/tickets/${handing.ticket}`, like: 'ticket' },
  { name: 'ticket-not-open', at: () => '/tickets/0000000000', status: 404 },
  { name: 'transfer', at: ({ handing }) => handing && `/transfer?key=${handing.offered}` },
  {
    name: 'transfer-de',
    at: ({ handing }) => handing && `/de/transfer?key=${handing.offered}`,
    like: 'transfer',
  },
  { name: 'transfer-taken', at: ({ handing }) => handing && `/transfer?key=${handing.taken}` },
  { name: 'booking-expired', at: booking('expired') },
  { name: 'booking-released', at: booking('released') },
  { name: 'booking-refunded', at: booking('refunded') },
  { name: 'booking-event-cancelled', at: booking('eventCancelled') },
  { name: 'my-bookings-on-this-device', at: ({ bookings }) => bookings.confirmed && '/bookings' },
  { name: 'my-bookings', at: () => '/bookings', seenBy: 'attendee' },
  { name: 'my-bookings-de', at: () => '/de/bookings', seenBy: 'attendee', like: 'my-bookings' },
  { name: 'my-bookings-none', at: () => '/bookings', seenBy: 'newcomer' },
  { name: 'my-bookings-not-found', at: () => '/bookings?q=zeppelin', seenBy: 'attendee' },
  { name: 'account', at: () => '/account', seenBy: 'attendee' },
  { name: 'account-picture-none', at: () => '/account', seenBy: 'newcomer' },
  {
    name: 'account-picture-none-de',
    at: () => '/de/account',
    seenBy: 'newcomer',
    like: 'account-picture-none',
  },
  { name: 'account-picture-chosen', at: () => '/account', seenBy: 'newcomer', act: choosePicture },
  { name: 'account-picture-refused', at: () => '/account?picture=picture_damaged', seenBy: 'newcomer' },
  { name: 'account-picture-removed-de', at: () => '/de/account?picture=removed', seenBy: 'newcomer' },
  { name: 'account-email-waiting', at: () => '/account', seenBy: 'invited' },
  { name: 'account-export-later', at: () => '/account?export=later', seenBy: 'attendee', like: 'account' },
  { name: 'account-delete', at: () => '/account/delete', seenBy: 'attendee' },
  { name: 'account-delete-de', at: () => '/de/account/delete', seenBy: 'attendee', like: 'account-delete' },
  { name: 'account-delete-errors', at: () => '/account/delete', seenBy: 'attendee', act: eraseSomebodyElse },
  { name: 'account-delete-needed', at: () => '/account/delete', seenBy: 'owner' },
  { name: 'account-deleted', at: () => '/account/deleted' },
  { name: 'sign-in', at: () => '/sign-in' },
  { name: 'sign-in-errors', at: () => '/sign-in', act: submit },
  { name: 'sign-up', at: () => '/sign-up' },
  { name: 'sign-up-errors', at: () => '/sign-up', act: submit },
  { name: 'sign-up-mailed', at: () => '/sign-up', act: signUpAsSomeone },
  { name: 'sign-in-link', at: () => '/sign-in/link' },
  { name: 'forgot-password', at: () => '/forgot-password' },
  { name: 'forgot-password-mailed', at: () => '/forgot-password', act: askForLetter },
  { name: 'find-tickets', at: () => '/find-tickets' },
  { name: 'key-over', at: () => '/reset-password?key=none' },
  { name: 'confirm', at: ({ keys }) => keys?.confirm && `/confirm?key=${keys.confirm}` },
  { name: 'change-email', at: ({ keys }) => keys?.changeEmail && `/change-email?key=${keys.changeEmail}` },
  { name: 'reset-password', at: ({ keys }) => keys?.reset && `/reset-password?key=${keys.reset}` },
  { name: 'sign-in-link-arrived', at: ({ keys }) => keys?.link && `/sign-in/link?key=${keys.link}` },
  { name: 'terms', at: () => '/terms' },
  { name: 'privacy', at: () => '/privacy' },
  { name: 'imprint', at: () => '/imprint' },
  { name: 'offline', at: () => '/offline' },
  { name: 'not-found', at: () => '/there-is-no-such-page', status: 404 },
  { name: 'not-found-de', at: () => '/de/hier-ist-nichts', status: 404 },
  { name: 'mail-confirmation', at: ({ mails }) => mails.booking_confirmed },
  { name: 'mail-companion', at: ({ mails }) => mails.companion },
  { name: 'mail-refunded', at: ({ mails }) => mails.booking_refunded },
  { name: 'mail-expired', at: ({ mails }) => mails.booking_expired },
  { name: 'mail-sign-in', at: ({ mails }) => mails.sign_in_link },
  { name: 'mail-reset', at: ({ mails }) => mails.password_reset },
  { name: 'mail-registration', at: ({ mails }) => mails.registration },
  { name: 'mail-bookings-found', at: ({ mails }) => mails.bookings_found },
  { name: 'mail-ticket-offered', at: ({ mails }) => mails.transfer_offered },
  { name: 'mail-ticket-taken', at: ({ mails }) => mails.ticket_claimed },
  { name: 'error', at: () => '/events', status: 500, withoutDatabase: true },
];
