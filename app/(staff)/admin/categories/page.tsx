import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CategoryList } from '#components/admin/category-list.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { NewCategory } from '#components/admin/new-category.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { listAllCategories } from '#lib/catalog/list-all-categories.ts';
import { database } from '#lib/database.ts';
import type { SearchParams } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle, doneWords } from '../admin-page.ts';
import {
  createCategoryAction,
  mergeCategoryAction,
  moveCategoryAction,
  renameCategoryAction,
} from './actions.ts';

const HERE = '/admin/categories';

export const generateMetadata = (): Promise<Metadata> => adminTitle('categories', HERE);

/** The kinds of events, in the order that every list of them has. */
export default async function AdminCategoriesPage({ searchParams }: { searchParams: SearchParams }) {
  const { account, frame, locale } = await adminPage('categories', HERE);
  const [categories, t, done] = await Promise.all([
    listAllCategories(database(), account.actor),
    getTranslations('admin.categories'),
    doneWords(await searchParams),
  ]);
  const named = categories.map(({ id, names, events }) => ({
    id,
    name: names[locale] ?? names.en ?? '',
    names: { en: names.en ?? '', de: names.de ?? '' },
    events,
  }));
  return (
    <AdminFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        {done ? (
          <div className="mb-4 max-w-[880px]">
            <DoneNotice title={done} />
          </div>
        ) : null}
        <h1 className="display-t4">{t('title')}</h1>
        <p className="mt-1 mb-3 max-w-[62ch] text-ink-2">{t('text')}</p>
        <ClientMessages namespaces={['admin']}>
          <div className="grid gap-x-12 gap-y-10 desk:grid-cols-[minmax(0,880px)_minmax(0,348px)]">
            <CategoryList
              categories={named}
              actions={{
                rename: renameCategoryAction,
                move: moveCategoryAction,
                merge: mergeCategoryAction,
              }}
            />
            <NewCategory create={createCategoryAction} />
          </div>
        </ClientMessages>
      </main>
    </AdminFrame>
  );
}
