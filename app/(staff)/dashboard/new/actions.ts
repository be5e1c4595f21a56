'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { limitFounding } from '#lib/auth/rate-limits.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { createOrganizerSchema } from '#lib/organizers/create-organizer.schema.ts';
import { createOrganizer } from '#lib/organizers/create-organizer.ts';
import { senderOf } from '../../sender.ts';
import { organizerProblems } from '../organizer-problems.ts';

/** Founds an organizer for whoever is signed in, and leads to its dashboard. */
export async function foundOrganizerAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const { account, locale } = await senderOf('/dashboard/new');
  const [say, t] = await Promise.all([
    organizerProblems(locale),
    getTranslations({ locale, namespace: 'organizer' }),
  ]);
  const { slug: wanted, ...fields } = Object.fromEntries(data);
  const input = createOrganizerSchema.safeParse({ ...fields, ...(wanted && { slug: wanted }) });
  if (!input.success) return incomplete(input.error, data, say);
  const { userId } = account.actor;
  let slug: string;
  try {
    ({ slug } = await limitFounding(userId, () =>
      createOrganizer(database(), account.actor, userId, input.data),
    ));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'slug_taken') {
      return incomplete({ issues: [{ path: ['slug'], message: error.code }] }, data, say);
    }
    return refused(error, data, locale, { too_many_tries: t('new.tooMany') });
  }
  redirect(`/dashboard/${slug}/events?done=founded`);
}
