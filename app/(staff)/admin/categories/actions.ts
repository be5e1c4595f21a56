'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { createCategorySchema } from '#lib/catalog/create-category.schema.ts';
import { createCategory } from '#lib/catalog/create-category.ts';
import { listAllCategories } from '#lib/catalog/list-all-categories.ts';
import { mergeCategory } from '#lib/catalog/merge-category.ts';
import { moveCategory } from '#lib/catalog/move-category.ts';
import { renameCategorySchema } from '#lib/catalog/rename-category.schema.ts';
import { renameCategory } from '#lib/catalog/rename-category.ts';
import { slugOf } from '#lib/catalog/slug.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { isUuid } from '#lib/reference.ts';
import { senderOf } from '../../sender.ts';
import type { Done } from '../admin-page.ts';
import { reasonProblems } from '../deed.ts';

const HERE = '/admin/categories';

/** Does something to the category that a form names, and comes back to the list. */
async function toCategory(
  data: FormData,
  act: (actor: UserActor, id: string) => Promise<Done>,
): Promise<FormAnswer> {
  const { account, locale } = await senderOf(HERE);
  let done: Done;
  try {
    const id = fieldOf(data, 'id');
    if (!isUuid(id)) throw new DomainError('not_found');
    done = await act(account.actor, id);
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(`${HERE}?done=${done}`);
}

/** Adds a category at the end of the list. Its address is made from its English name. */
export async function createCategoryAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const { account, locale } = await senderOf(HERE);
  const names = renameCategorySchema.safeParse({ en: fieldOf(data, 'en'), de: fieldOf(data, 'de') });
  const say = await reasonProblems(locale);
  if (!names.success) return incomplete(names.error, data, say);
  const input = createCategorySchema.safeParse({
    slug: slugOf(names.data.en, 'en', ''),
    names: names.data,
    position: 10_000,
  });
  const typed = { en: fieldOf(data, 'en'), de: fieldOf(data, 'de') };
  if (!input.success) return { kind: 'incomplete', problems: { en: say('slug') }, typed };
  try {
    await createCategory(database(), account.actor, input.data);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'slug_taken')
      return { kind: 'incomplete', problems: { en: say('slug_taken') }, typed };
    return refused(error, data, locale);
  }
  redirect(`${HERE}?done=made`);
}

/** Gives one other names. */
export async function renameCategoryAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const { locale } = await senderOf(HERE);
  const names = renameCategorySchema.safeParse({ en: fieldOf(data, 'en'), de: fieldOf(data, 'de') });
  if (!names.success) return incomplete(names.error, data, await reasonProblems(locale));
  return toCategory(data, async (actor, id) => {
    await renameCategory(database(), actor, id, names.data);
    return 'renamed';
  });
}

/** Moves one up or down, and stays: whoever puts the list in order presses the same button again. */
export async function moveCategoryAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const { account, locale } = await senderOf(HERE);
  const id = fieldOf(data, 'id');
  try {
    if (!isUuid(id)) throw new DomainError('not_found');
    await moveCategory(database(), account.actor, id, fieldOf(data, 'direction') === 'up' ? 'up' : 'down');
  } catch (error) {
    return refused(error, data, locale);
  }
  const [categories, t] = await Promise.all([
    listAllCategories(database(), account.actor),
    getTranslations({ locale, namespace: 'admin.categories' }),
  ]);
  refresh();
  const index = categories.findIndex((category) => category.id === id);
  const name = categories[index]?.names[locale] ?? categories[index]?.names.en ?? '';
  return { kind: 'done', message: t('moved', { name, place: index + 1, count: categories.length }) };
}

/** Puts the events of one into another. */
export async function mergeCategoryAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return toCategory(data, async (actor, id) => {
    const into = fieldOf(data, 'into');
    if (!isUuid(into)) throw new DomainError('not_found');
    await mergeCategory(database(), actor, id, into);
    return 'merged';
  });
}
