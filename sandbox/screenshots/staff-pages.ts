import type { PublicPage, Scenes } from './public-pages.ts';

const organizer =
  (scene: 'whole' | 'empty' | 'suspended', end: string) =>
  ({ staff }: Scenes) =>
    staff && `/dashboard/${staff[scene]}${end}`;

const invitation =
  (scene: 'open' | 'withdrawn', language = '') =>
  ({ staff }: Scenes) =>
    staff && `${language}/invitation?key=${staff.invitations[scene]}`;

/** The pages of those who work here, in every state, as `publicPages` has those for everybody. */
export const staffPages: readonly PublicPage[] = [
  { name: 'invitation', at: invitation('open') },
  { name: 'invitation-de', at: invitation('open', '/de') },
  { name: 'invitation-other-account', at: invitation('open'), seenBy: 'attendee' },
  { name: 'invitation-mine', at: invitation('open'), seenBy: 'invited' },
  { name: 'invitation-withdrawn', at: invitation('withdrawn') },
  { name: 'invitation-unknown', at: () => '/invitation?key=none' },
  { name: 'dashboard-invitations', at: () => '/dashboard/invitations', seenBy: 'invited' },
  { name: 'dashboard-invitations-none', at: () => '/dashboard/invitations', seenBy: 'attendee' },
  { name: 'dashboard-no-member', at: () => '/dashboard', seenBy: 'attendee' },
  { name: 'dashboard-new', at: () => '/dashboard/new', seenBy: 'attendee' },
  {
    name: 'dashboard-new-errors',
    at: () => '/dashboard/new',
    seenBy: 'attendee',
    act: async (page) => {
      await page.getByLabel('E-mail').fill('nobody');
      await page.locator('main form button[type=submit]').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'dashboard-empty', at: organizer('empty', '/events'), seenBy: 'newcomer' },
  { name: 'dashboard-suspended', at: organizer('suspended', '/team'), seenBy: 'newcomer' },
  { name: 'dashboard-events', at: organizer('whole', '/events'), seenBy: 'owner' },
  {
    name: 'dashboard-event',
    at: organizer('whole', '/events'),
    seenBy: 'owner',
    act: (page) => page.locator('main tbody a').first().click(),
  },
  { name: 'dashboard-bookings', at: organizer('whole', '/bookings'), seenBy: 'owner' },
  { name: 'dashboard-not-allowed', at: organizer('whole', '/bookings'), seenBy: 'door' },
  { name: 'dashboard-team', at: organizer('whole', '/team'), seenBy: 'owner' },
  {
    name: 'dashboard-team-change',
    at: organizer('whole', '/team'),
    seenBy: 'owner',
    act: async (page) => {
      await page.locator('main details').nth(1).locator('summary').click();
      await page.locator('main details').nth(0).locator('summary').click();
      await page.locator('main details').nth(0).locator('button[type=submit]').click();
      await page.getByRole('main').getByRole('alert').waitFor();
    },
  },
  {
    name: 'dashboard-team-invite-errors',
    at: organizer('whole', '/team'),
    seenBy: 'owner',
    act: async (page) => {
      await page.locator('#invite-email').fill('nobody');
      await page.locator('form:has(#invite-email) button[type=submit]').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'dashboard-team-done', at: organizer('whole', '/team?done=invited'), seenBy: 'owner' },
  { name: 'dashboard-team-manager', at: organizer('whole', '/team'), seenBy: 'manager' },
  { name: 'dashboard-team-door', at: organizer('whole', '/team'), seenBy: 'door' },
  { name: 'dashboard-log', at: organizer('whole', '/log'), seenBy: 'owner' },
  { name: 'dashboard-log-narrowed', at: organizer('whole', '/log?who=team'), seenBy: 'owner' },
  {
    name: 'dashboard-log-nothing',
    at: organizer('whole', '/log?who=stripe&until=2021-01-01'),
    seenBy: 'owner',
  },
  { name: 'mail-invitation', at: ({ mails }) => mails.invitation },
  { name: 'dashboard-settings', at: organizer('whole', '/settings'), seenBy: 'owner' },
  {
    name: 'dashboard-settings-saved',
    at: organizer('whole', '/settings'),
    seenBy: 'owner',
    act: async (page) => {
      await page.locator('main form button[type=submit]').click();
      await page.getByRole('status').waitFor();
    },
  },
  { name: 'admin', at: () => '/admin', seenBy: 'admin' },
  { name: 'admin-users', at: () => '/admin/users', seenBy: 'admin' },
  { name: 'admin-users-none', at: () => '/admin/users?q=nobody-at-all', seenBy: 'admin' },
  {
    name: 'admin-user',
    at: () => '/admin/users?status=member',
    seenBy: 'admin',
    act: async (page) => {
      await page.locator('main tbody a').first().click();
      await page.locator('main details summary').first().click();
      await page.locator('main details').first().locator('button[type=submit]').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'admin-organizers', at: () => '/admin/organizers', seenBy: 'admin' },
  {
    name: 'admin-organizer',
    at: ({ organizer }) => `/admin/organizers/${organizer}?done=verified`,
    seenBy: 'admin',
  },
  { name: 'admin-events', at: () => '/admin/events', seenBy: 'admin' },
  { name: 'admin-event', at: ({ events }) => `/admin/events/${events.onSale}`, seenBy: 'admin' },
  {
    name: 'admin-categories',
    at: () => '/admin/categories',
    seenBy: 'admin',
    act: (page) => page.locator('main details summary').first().click(),
  },
  { name: 'admin-bookings', at: () => '/admin/bookings', seenBy: 'admin' },
  {
    name: 'admin-bookings-found',
    at: ({ bookings }) => bookings.confirmed && `/admin/bookings?q=${bookings.confirmed}`,
    seenBy: 'admin',
  },
  {
    name: 'admin-payments',
    at: () => '/admin/payments',
    seenBy: 'admin',
    act: async (page) => {
      const back = page.locator('main li details').first();
      await back.locator('summary').click();
      await back.locator('button[type=submit]').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'admin-payments-done', at: () => '/admin/payments?done=settled', seenBy: 'admin' },
  { name: 'admin-jobs', at: () => '/admin/jobs', seenBy: 'admin' },
  { name: 'admin-jobs-sent', at: () => '/admin/jobs?sent=2', seenBy: 'admin' },
  { name: 'admin-audit', at: () => '/admin/audit', seenBy: 'admin' },
  {
    name: 'admin-audit-nothing',
    at: () => '/admin/audit?action=payment.settled&q=nobody-at-all&who=system',
    seenBy: 'admin',
  },
  {
    name: 'admin-audit-of-booking',
    at: () => '/admin/payments',
    seenBy: 'admin',
    act: async (page) => {
      await page.locator('main li dd a').first().click();
      await page.locator('a[href^="/admin/audit?on="]').click();
      await page.locator('main tbody tr').first().waitFor();
    },
  },
  {
    name: 'admin-booking',
    at: ({ bookings }) => bookings.confirmed && `/admin/bookings/${bookings.confirmed}`,
    seenBy: 'admin',
  },
];
