'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

/** Name, language, time zone, and whether Foyer may write. */
export function ProfileForm({
  action,
  before,
  zones,
  languages,
  marketingSince,
}: {
  action: FormAction;
  before: { name: string; locale: string; timezone: string; marketing: boolean };
  zones: readonly string[];
  languages: readonly { code: string; name: string }[];
  /** When it was said, in words; null when it never was. */
  marketingSince: string | null;
}) {
  const t = useTranslations('account.profile');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid max-w-[560px] gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <TextField
        id="name"
        name="name"
        label={t('name')}
        autoComplete="name"
        defaultValue={typed('name', before.name)}
        error={problem('name')}
      />
      <SelectField
        id="locale"
        name="locale"
        label={t('language')}
        hint={t('languageHint')}
        defaultValue={before.locale}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="timezone" name="timezone" label={t('timezone')} defaultValue={before.timezone}>
        <option value="">{t('anyTimezone')}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <div>
        <CheckField
          id="marketingConsent"
          name="marketingConsent"
          label={t('marketing')}
          defaultChecked={before.marketing}
        />
        {marketingSince ? <p className="text-15 text-ink-2">{marketingSince}</p> : null}
      </div>
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? t('pending') : t('submit')}
        </Button>
      </div>
    </form>
  );
}
