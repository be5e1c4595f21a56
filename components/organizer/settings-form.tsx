'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { LegalFields, type LegalWords } from './legal-fields.tsx';
import { OrganizerFields, type OrganizerWords } from './organizer-fields.tsx';

/** Changes what an organizer says of itself. `slug` goes along unseen: which one. */
export function SettingsForm({
  action,
  slug,
  before,
  countries,
}: {
  action: FormAction;
  slug: string;
  before: OrganizerWords & LegalWords;
  countries: readonly { code: string; name: string }[];
}) {
  const t = useTranslations('organizer');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('settings.failed')} />
      <input type="hidden" name="organizer" value={slug} />
      <OrganizerFields before={before} countries={countries} typed={typed} problem={problem} />
      <LegalFields before={before} typed={typed} problem={problem} />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('settings.pending') : t('settings.submit')}
        </Button>
      </div>
    </form>
  );
}
