'use server';

import { getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { database } from '#lib/database.ts';
import { editOrganizerSchema } from '#lib/organizers/edit-organizer.schema.ts';
import { editOrganizer } from '#lib/organizers/edit-organizer.ts';
import { findOrganizer } from '#lib/organizers/find-organizer.ts';
import { senderOf } from '../../../sender.ts';
import { organizerProblems } from '../../organizer-problems.ts';

/** Changes what an organizer says of itself. */
export async function editOrganizerAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const slug = fieldOf(data, 'organizer');
  const { account, locale } = await senderOf(`/dashboard/${slug}/settings`);
  const input = editOrganizerSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data, await organizerProblems(locale));
  try {
    const { id } = await findOrganizer(database(), account.actor, slug);
    const { changed } = await editOrganizer(database(), account.actor, id, input.data);
    const t = await getTranslations({ locale, namespace: 'organizer.settings' });
    return { kind: 'done', message: changed ? t('saved') : t('same') };
  } catch (error) {
    return refused(error, data, locale);
  }
}
