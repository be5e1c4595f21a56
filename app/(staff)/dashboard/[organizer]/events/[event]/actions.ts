'use server';

import { getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { editTicketRulesSchema } from '#lib/catalog/edit-ticket-rules.schema.ts';
import { editTicketRules } from '#lib/catalog/edit-ticket-rules.ts';
import { database } from '#lib/database.ts';
import { findOrganizer } from '#lib/organizers/find-organizer.ts';
import { senderOf } from '../../../../sender.ts';

/** Changes what holders of an event's tickets may do with them. */
export async function editTicketRulesAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const slug = fieldOf(data, 'organizer');
  const { account, locale } = await senderOf(`/dashboard/${slug}/events`);
  const t = await getTranslations({ locale, namespace: 'ticketRules' });
  const input = editTicketRulesSchema.safeParse({
    namesChangeableUntil: fieldOf(data, 'namesChangeableUntil'),
    transfersAllowed: fieldOf(data, 'transfersAllowed') === 'on',
  });
  if (!input.success) return incomplete(input.error, data, () => t('timeInvalid'));
  try {
    const { id } = await findOrganizer(database(), account.actor, slug);
    const eventId = fieldOf(data, 'event');
    const { changed } = await editTicketRules(database(), account.actor, id, eventId, input.data);
    return { kind: 'done', message: changed ? t('saved') : t('same') };
  } catch (error) {
    return refused(error, data, locale);
  }
}
