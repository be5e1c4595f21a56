'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { CategoryNames } from './category-names.tsx';

/** A new kind of event, by its names. */
export function NewCategory({ create }: { create: FormAction }) {
  const t = useTranslations('admin.categories');
  const { form, submit, notice, answer, pending, send, problem, typed } = useFormAction(create);
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={send}
      noValidate
      className="grid content-start gap-4 border-t-[1.5px] border-rule pt-4"
    >
      <h2 className="display-t3">{t('new')}</h2>
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <CategoryNames id="new" names={{ en: typed('en'), de: typed('de') }} problem={problem} />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('saving') : t('make')}
        </Button>
      </div>
    </form>
  );
}
