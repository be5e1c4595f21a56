'use server';

import { fieldOf } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { changeAccountRole } from '#lib/accounts/change-account-role.ts';
import { liftAccountSuspension } from '#lib/accounts/lift-account-suspension.ts';
import { signOutAccount } from '#lib/accounts/sign-out-account.ts';
import { suspendAccount } from '#lib/accounts/suspend-account.ts';
import { database } from '#lib/database.ts';
import { deed, slugIn } from '../deed.ts';

const pageOf = (data: FormData) => `/admin/users/${slugIn(data, 'id')}`;

/** Makes somebody an admin, or one no longer. */
export async function changeAccountRoleAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    const role = fieldOf(data, 'role') === 'admin' ? 'admin' : 'attendee';
    await changeAccountRole(database(), actor, id, { role, reason });
    return 'role';
  });
}

/** Shuts somebody out. */
export async function suspendAccountAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await suspendAccount(database(), actor, id, { reason });
    return 'suspended';
  });
}

/** Lets them in again. */
export async function liftAccountSuspensionAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await liftAccountSuspension(database(), actor, id, { reason });
    return 'lifted';
  });
}

/** Signs somebody out on every device. */
export async function signOutAccountAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await signOutAccount(database(), actor, id, { reason });
    return 'signed_out';
  });
}
