'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';
import { OrganizerFields } from './organizer-fields.tsx';
import { proposeSlug } from './propose-slug.ts';

/** Founds an organizer: what it says of itself, and the address of its page. */
export function NewOrganizerForm({
  action,
  email,
  site,
  countries,
}: {
  action: FormAction;
  /** The founder's own address, to begin with. */
  email: string;
  /** What stands before the end of the address. */
  site: string;
  countries: readonly { code: string; name: string }[];
}) {
  const t = useTranslations('organizer');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  const [name, setName] = useState('');
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('new.failed')} />
      <OrganizerFields
        before={{ name: '', email, country: '', description: '' }}
        countries={countries}
        typed={typed}
        problem={problem}
        onName={setName}
        afterName={
          <TextField
            id="slug"
            name="slug"
            label={t('slug')}
            hint={
              <>
                <span className="block [overflow-wrap:anywhere]">{site}…</span>
                {t('slugHint')}
              </>
            }
            optional={t('optional')}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            placeholder={proposeSlug(name)}
            defaultValue={typed('slug')}
            error={problem('slug')}
          />
        }
      />
      <div>
        <Button type="submit" size="big" disabled={pending}>
          {pending
            ? t('new.pending')
            : name.trim()
              ? t('new.submit', { name: name.trim() })
              : t('new.submitEmpty')}
        </Button>
      </div>
    </form>
  );
}
