'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { type Category, CategoryRow } from './category-row.tsx';

/** All categories in their order, and what became of the last one that was moved. */
export function CategoryList({
  categories,
  actions,
}: {
  categories: readonly Category[];
  actions: { rename: FormAction; move: FormAction; merge: FormAction };
}) {
  const t = useTranslations('admin.categories');
  const { submit, answer, pending } = useFormAction(actions.move);
  const [moved, setMoved] = useState<Category | null>(null);
  // What was said of it is over once it is merged into another, or has another name.
  const stands = moved === null || categories.some(({ id, name }) => id === moved.id && name === moved.name);
  return (
    <div>
      {/* Here and not in the row: what is read out must not move itself. */}
      <p role="status" className="mb-1 min-h-6 text-15 text-ink-2">
        {answer?.kind === 'done' && stands ? answer.message : null}
      </p>
      {answer?.kind === 'refused' ? (
        <div className="mb-4">
          <Notice kind="bad" role="alert" title={t('failed')}>
            <p>{answer.message}</p>
          </Notice>
        </div>
      ) : null}
      <ol className="border-t-[1.5px] border-rule">
        {categories.map((category, index) => (
          <CategoryRow
            key={category.id}
            category={category}
            others={categories.filter(({ id }) => id !== category.id)}
            first={index === 0}
            last={index === categories.length - 1}
            move={{ submit, pending, begin: () => setMoved(category) }}
            actions={actions}
          />
        ))}
      </ol>
    </div>
  );
}
