'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { CategoryNames } from './category-names.tsx';

/** Sends one place up or down. */
type Move = { submit: (data: FormData) => void; pending: boolean; begin: () => void };

export type Category = { id: string; name: string; names: { en: string; de: string }; events: number };

/** One kind of event: up and down in the list, its names, and into which other one it can be put. */
export function CategoryRow({
  category,
  others,
  first,
  last,
  move,
  actions,
}: {
  category: Category;
  others: readonly { id: string; name: string }[];
  first: boolean;
  last: boolean;
  move: Move;
  actions: { rename: FormAction; merge: FormAction };
}) {
  const t = useTranslations('admin.categories');
  const rename = useFormAction(actions.rename);
  const merge = useFormAction(actions.merge);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 border-b border-hairline py-1">
      <Moves category={category} first={first} last={last} move={move} />
      <details open={rename.answer !== null || merge.answer !== null}>
        <summary className="flex min-h-11 items-center gap-x-3 py-1">
          <span className="min-w-0 font-[620] [overflow-wrap:anywhere]">{category.name}</span>
          <span className="flex-none text-15 text-ink-2 max-tablet:sr-only">
            {t('events', { count: category.events })}
          </span>
          <span className="link ms-auto flex-none text-15">{t('change')}</span>
        </summary>
        <div className="grid gap-8 pt-3 pb-5 max-tablet:-ms-[100px] tablet:grid-cols-2">
          <form
            ref={rename.form}
            action={rename.submit}
            onSubmit={rename.send}
            noValidate
            className="grid content-start gap-4"
          >
            <FormNotice answer={rename.answer} notice={rename.notice} failed={t('failed')} />
            <input type="hidden" name="id" value={category.id} />
            <CategoryNames
              id={category.id}
              names={{
                en: rename.typed('en', category.names.en),
                de: rename.typed('de', category.names.de),
              }}
              problem={rename.problem}
            />
            <div>
              <Button type="submit" variant="line" disabled={rename.pending}>
                {rename.pending ? t('saving') : t('rename')}
              </Button>
            </div>
          </form>
          {others.length > 0 ? (
            <form
              ref={merge.form}
              action={merge.submit}
              onSubmit={merge.send}
              className="grid content-start gap-4"
            >
              <FormNotice answer={merge.answer} notice={merge.notice} failed={t('failed')} />
              <input type="hidden" name="id" value={category.id} />
              <SelectField
                id={`${category.id}-into`}
                name="into"
                label={t('into', { name: category.name })}
                hint={t('intoHint', { count: category.events })}
                defaultValue={merge.typed('into')}
              >
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <div>
                <Button type="submit" variant="danger" disabled={merge.pending}>
                  {merge.pending ? t('saving') : t('merge')}
                </Button>
              </div>
            </form>
          ) : null}
        </div>
      </details>
    </li>
  );
}

function Moves({
  category,
  first,
  last,
  move,
}: {
  category: Category;
  first: boolean;
  last: boolean;
  move: Move;
}) {
  const t = useTranslations('admin.categories');
  const ways = [
    { direction: 'up', label: t('up', { name: category.name }), sign: '↑', end: first },
    { direction: 'down', label: t('down', { name: category.name }), sign: '↓', end: last },
  ] as const;
  return (
    <form action={move.submit} onSubmit={move.begin} className="flex">
      <input type="hidden" name="id" value={category.id} />
      {ways.map(({ direction, label, sign, end }) => (
        <button
          key={direction}
          type="submit"
          name="direction"
          value={direction}
          aria-label={label}
          // Not `disabled`, which would take the focus from whoever has moved it to the end.
          aria-disabled={end || move.pending}
          onClick={(event) => {
            if (end || move.pending) event.preventDefault();
          }}
          className={`grid size-11 place-items-center rounded text-17 ${end ? 'cursor-default text-ink-3 opacity-40' : 'hover:bg-paper-2'}`}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </form>
  );
}
