'use server';

import { fieldOf } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { database } from '#lib/database.ts';
import { liftOrganizerSuspension } from '#lib/organizers/lift-organizer-suspension.ts';
import { suspendOrganizer } from '#lib/organizers/suspend-organizer.ts';
import { verifyOrganizer } from '#lib/organizers/verify-organizer.ts';
import { deed, slugIn } from '../deed.ts';

const pageOf = (data: FormData) => `/admin/organizers/${slugIn(data)}`;

/** Says that somebody has looked who an organizer is, or takes that back. */
export async function verifyOrganizerAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    const verified = fieldOf(data, 'verified') === 'true';
    await verifyOrganizer(database(), actor, id, { reason, verified });
    return verified ? 'verified' : 'unverified';
  });
}

/** Stops all their sales. */
export async function suspendOrganizerAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await suspendOrganizer(database(), actor, id, { reason });
    return 'suspended';
  });
}

/** Lets them sell again. */
export async function liftOrganizerSuspensionAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await liftOrganizerSuspension(database(), actor, id, { reason });
    return 'lifted';
  });
}
