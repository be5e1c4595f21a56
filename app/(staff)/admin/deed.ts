import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { DomainError } from '#lib/errors.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { reasonSchema } from '#lib/reason.schema.ts';
import { isUuid } from '#lib/reference.ts';
import { senderOf } from '../sender.ts';
import type { Done } from './admin-page.ts';

/**
 * Does what a form asks for about the thing whose id it brings along, for the reason that stands in it, then leads to the
 * thing's page, which says that it is done.
 *
 * @param page where the thing is shown
 */
export async function deed(
  data: FormData,
  page: string,
  act: (actor: UserActor, id: string, reason: string) => Promise<Done>,
): Promise<FormAnswer> {
  const { account, locale } = await senderOf(page);
  const input = reasonSchema.safeParse({ reason: fieldOf(data, 'reason') });
  if (!input.success) return incomplete(input.error, data, await reasonProblems(locale));
  let done: Done;
  try {
    const id = fieldOf(data, 'id');
    if (!isUuid(id)) throw new DomainError('not_found');
    done = await act(account.actor, id, input.data.reason);
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(`${page}?done=${done}`);
}

// messages: admin.problems.*
/** Words for what is wrong with a reason, or a name. */
export async function reasonProblems(locale: Locale): Promise<(code: string) => string> {
  const t = await getTranslations({ locale, namespace: 'admin.problems' });
  return (code) => {
    switch (code) {
      case 'reason_missing':
      case 'reason_too_long':
      case 'name_missing':
      case 'name_too_long':
      case 'slug':
      case 'slug_taken':
        return t(code);
      default:
        return t('invalid');
    }
  };
}

/** A part of an address that a form brings along, so that nobody is led elsewhere by it. */
export const slugIn = (data: FormData, name = 'slug'): string => encodeURIComponent(fieldOf(data, name));
