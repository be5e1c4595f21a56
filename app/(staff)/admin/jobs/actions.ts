'use server';

import { redirect } from 'next/navigation';
import { fieldOf, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { database } from '#lib/database.ts';
import { retryJobs } from '#lib/jobs/retry-jobs.ts';
import { senderOf } from '../../sender.ts';

const HERE = '/admin/jobs';

/** Has failed jobs tried again, and comes back to the list, which says how many. */
async function retry(data: FormData, which: { id: string } | 'all'): Promise<FormAnswer> {
  const { account, locale } = await senderOf(HERE);
  let sent: number;
  try {
    sent = await retryJobs(database(), account.actor, which);
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(`${HERE}?sent=${sent}`);
}

/** The one that the form names. */
export async function retryJobAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return retry(data, { id: fieldOf(data, 'id') });
}

/** All that have failed. */
export async function retryAllJobsAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return retry(data, 'all');
}
