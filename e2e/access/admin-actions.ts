import { buildHouse } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';
import { newReference } from '#lib/reference.ts';
import { failJob, setPaymentAside } from '#sandbox/screenshots/make-trouble.ts';
import { ask } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { until } from '../stage/house.ts';
import { type ActionEntry, form } from './action-entry.ts';
import { someoneSignedIn } from './readers.ts';
import type { World } from './world.ts';

const REASON = { reason: 'The matrix wants to know.' };

/** Something that admins alone do, about a thing that is made anew for each call. */
const byAdmin = (path: string, thing: (world: World) => Promise<Record<string, string>>): ActionEntry => ({
  changes: ['admin'],
  prepare: async (world) => ({ path, args: [null, form({ ...REASON, ...(await thing(world)) })] }),
});

const somebody = async (more: Record<string, string> = {}, before?: string) => {
  const { userId } = await someoneSignedIn('Some Body');
  if (before) await ask(before, [userId]);
  return { id: userId, ...more };
};

const someOrganizer = async (more: Record<string, string> = {}, before?: string) => {
  const { organizerId } = await buildHouse(database());
  if (before) await ask(before, [organizerId]);
  return { id: organizerId, ...more };
};

/** An event of its own, down or up: one that stays down would be missed by whoever comes after. */
const someEvent = async (down: boolean) => {
  const { eventId, slug } = await eventOnSale({});
  if (down) {
    await ask(`update events set taken_down_at = app_now(), taken_down_reason = 'x' where id = $1`, [
      eventId,
    ]);
  }
  return { id: eventId, slug };
};

async function category(): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into categories (slug, names, position) values ($1, '{"en":"Kind","de":"Art"}', 20000) returning id`,
    [`kind-${newReference().toLowerCase()}`],
  );
  return row?.id ?? '';
}

/** A payment that was set aside, when no refund of another one is under way any more. */
async function quarantined({ event }: World): Promise<Record<string, string>> {
  const { paymentId } = await setPaymentAside(ask, event.slug);
  await until(
    'no refund is under way',
    () => ask(`select from refunds where status not in ('succeeded', 'failed', 'canceled')`),
    { wanted: (open) => open.length === 0 },
  );
  return { id: paymentId };
}

const failedJob = async ({ people }: World) => ({ id: await failJob(ask, people.attendee.userId) });

const USERS = '(staff)/admin/users/actions.ts';
const ORGANIZERS = '(staff)/admin/organizers/actions.ts';
const EVENTS = '(staff)/admin/events/actions.ts';
const CATEGORIES = '(staff)/admin/categories/actions.ts';
const PAYMENTS = '(staff)/admin/payments/actions.ts';
const JOBS = '(staff)/admin/jobs/actions.ts';

/** The server actions of the administration. */
export const adminActions: Record<string, ActionEntry> = {
  [`${USERS}#changeAccountRoleAction`]: byAdmin('/admin/users', () => somebody({ role: 'admin' })),
  [`${USERS}#suspendAccountAction`]: byAdmin('/admin/users', () => somebody()),
  [`${USERS}#liftAccountSuspensionAction`]: byAdmin('/admin/users', () =>
    somebody({}, `update users set suspended_at = app_now(), suspended_reason = 'x' where id = $1`),
  ),
  [`${USERS}#signOutAccountAction`]: byAdmin('/admin/users', () => somebody()),
  [`${ORGANIZERS}#verifyOrganizerAction`]: byAdmin('/admin/organizers', () =>
    someOrganizer({ verified: 'true' }),
  ),
  [`${ORGANIZERS}#suspendOrganizerAction`]: byAdmin('/admin/organizers', () => someOrganizer()),
  [`${ORGANIZERS}#liftOrganizerSuspensionAction`]: byAdmin('/admin/organizers', () =>
    someOrganizer({}, `update organizers set suspended_at = app_now(), suspended_reason = 'x' where id = $1`),
  ),
  [`${EVENTS}#takeDownEventAction`]: byAdmin('/admin/events', () => someEvent(false)),
  [`${EVENTS}#putBackEventAction`]: byAdmin('/admin/events', () => someEvent(true)),
  [`${CATEGORIES}#createCategoryAction`]: byAdmin('/admin/categories', async () => ({
    en: `Kind ${newReference()}`,
    de: 'Art',
  })),
  [`${CATEGORIES}#renameCategoryAction`]: byAdmin('/admin/categories', async () => ({
    id: await category(),
    en: 'Another',
    de: 'Eine andere',
  })),
  [`${CATEGORIES}#moveCategoryAction`]: byAdmin('/admin/categories', async () => {
    await category();
    return { id: await category(), direction: 'up' };
  }),
  [`${CATEGORIES}#mergeCategoryAction`]: byAdmin('/admin/categories', async () => ({
    id: await category(),
    into: await category(),
  })),
  [`${PAYMENTS}#sendBackAction`]: byAdmin('/admin/payments', quarantined),
  [`${PAYMENTS}#settleAction`]: byAdmin('/admin/payments', quarantined),
  [`${JOBS}#retryJobAction`]: byAdmin('/admin/jobs', failedJob),
  [`${JOBS}#retryAllJobsAction`]: byAdmin('/admin/jobs', failedJob),
};
