'use server';

import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { putBackEvent } from '#lib/catalog/put-back-event.ts';
import { takeDownEvent } from '#lib/catalog/take-down-event.ts';
import { database } from '#lib/database.ts';
import { deed, slugIn } from '../deed.ts';

const pageOf = (data: FormData) => `/admin/events/${slugIn(data)}`;

/** Takes an event off the public pages. */
export async function takeDownEventAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await takeDownEvent(database(), actor, id, { reason });
    return 'taken_down';
  });
}

/** Puts it back as it was. */
export async function putBackEventAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return deed(data, pageOf(data), async (actor, id, reason) => {
    await putBackEvent(database(), actor, id, { reason });
    return 'put_back';
  });
}
