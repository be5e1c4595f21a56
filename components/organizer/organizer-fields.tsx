'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx';

export type OrganizerWords = { name: string; email: string; country: string; description: string };

/** What an organizer says of itself: the fields that founding one and changing it have in common. */
export function OrganizerFields({
  before,
  countries,
  typed,
  problem,
  afterName,
  onName,
}: {
  before: OrganizerWords;
  countries: readonly { code: string; name: string }[];
  typed: (field: string, before: string) => string;
  problem: (field: string) => string | undefined;
  /** Stands after the name, such as the address that is made from it. */
  afterName?: React.ReactNode;
  onName?: (name: string) => void;
}) {
  const t = useTranslations('organizer');
  return (
    <>
      <TextField
        id="name"
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="organization"
        maxLength={120}
        defaultValue={typed('name', before.name)}
        onChange={onName ? (event) => onName(event.currentTarget.value) : undefined}
        error={problem('name')}
      />
      {afterName}
      <div className="grid gap-5 tablet:grid-cols-2">
        <TextField
          id="email"
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={typed('email', before.email)}
          error={problem('email')}
        />
        <SelectField
          id="country"
          name="country"
          label={t('country')}
          autoComplete="country"
          defaultValue={typed('country', before.country)}
          error={problem('country')}
        >
          <option value="">{t('choose')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <TextAreaField
        id="description"
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        optional={t('optional')}
        maxLength={2000}
        defaultValue={typed('description', before.description)}
        error={problem('description')}
      />
    </>
  );
}
