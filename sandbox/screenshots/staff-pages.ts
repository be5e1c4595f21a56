import type { PublicPage, Scenes } from './public-pages.ts';

const organizer =
  (scene: 'whole' | 'empty' | 'suspended', end: string) =>
  ({ staff }: Scenes) =>
    staff && `/dashboard/${staff[scene]}${end}`;

/** The pages of those who work here, in every state, as `publicPages` has those for everybody. */
export const staffPages: readonly PublicPage[] = [
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
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'dashboard-team-manager', at: organizer('whole', '/team'), seenBy: 'manager' },
  { name: 'dashboard-team-door', at: organizer('whole', '/team'), seenBy: 'door' },
  { name: 'dashboard-log', at: organizer('whole', '/log'), seenBy: 'owner' },
  { name: 'dashboard-log-narrowed', at: organizer('whole', '/log?who=team'), seenBy: 'owner' },
  {
    name: 'dashboard-log-nothing',
    at: organizer('whole', '/log?who=stripe&until=2021-01-01'),
    seenBy: 'owner',
  },
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
];
