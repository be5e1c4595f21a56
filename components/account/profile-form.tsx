'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { FormNotice } from '../ui/form-answer.tsx';
import { type FormAction, useFormAction } from '../ui/use-form-action.ts';

export type ZoneGroup = { region: string; zones: readonly { zone: string; label: string }[] };

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
  /** By part of the world, with its name. */
  zones: readonly ZoneGroup[];
  languages: readonly { code: string; name: string }[];
  /** When it was said, in words; null when it never was. */
  marketingSince: string | null;
}) {
  const t = useTranslations('account.profile');
  const { form, submit, notice, answer, pending, send, typed, problem } = useFormAction(action);
  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-5">
      <FormNotice answer={answer} notice={notice} failed={t('failed')} />
      <TextField
        id="name"
        name="name"
        label={t('name')}
        autoComplete="name"
        defaultValue={typed('name', before.name)}
        error={problem('name')}
      />
      <div className="grid items-start gap-x-6 gap-y-5 tablet:grid-cols-2">
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
          <DeviceZone groups={zones} />
          {zones.map((group) => (
            <optgroup key={group.region} label={group.region}>
              {group.zones.map(({ zone, label }) => (
                <option key={zone} value={zone}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
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

/** The zone that this device is in, above all others. Only the browser knows it. */
function DeviceZone({ groups }: { groups: readonly ZoneGroup[] }) {
  const t = useTranslations('account.profile');
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => setHere(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const choice = groups.flatMap(({ zones }) => zones).find(({ zone }) => zone === here);
  return choice ? (
    <optgroup label={t('thisDevice')}>
      <option value={choice.zone}>{choice.label}</option>
    </optgroup>
  ) : null;
}
