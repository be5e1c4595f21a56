'use client';

import { useTranslations } from 'next-intl';
import { TextAreaField, TextField } from '../ui/field.tsx';

export type LegalWords = { legalName: string; legalAddress: string; taxNumber: string };

/** Who sells, as receipts have to say it. */
export function LegalFields({
  before,
  typed,
  problem,
}: {
  before: LegalWords;
  typed: (field: string, before: string) => string;
  problem: (field: string) => string | undefined;
}) {
  const t = useTranslations('organizer');
  return (
    <fieldset className="mt-3 grid gap-5 border-t-[1.5px] border-rule">
      <legend className="float-start w-full pt-3.5">
        <span className="display-t3 block">{t('legal.title')}</span>
        <span className="mt-1 block text-15 text-ink-2">{t('legal.lead')}</span>
      </legend>
      <TextField
        id="legalName"
        name="legalName"
        label={t('legal.name')}
        optional={t('optional')}
        hint={t('legal.nameHint')}
        maxLength={160}
        defaultValue={typed('legalName', before.legalName)}
        error={problem('legalName')}
      />
      <TextAreaField
        id="legalAddress"
        name="legalAddress"
        label={t('legal.address')}
        optional={t('optional')}
        hint={t('legal.addressHint')}
        autoComplete="street-address"
        rows={3}
        maxLength={300}
        defaultValue={typed('legalAddress', before.legalAddress)}
        error={problem('legalAddress')}
      />
      <TextField
        id="taxNumber"
        name="taxNumber"
        label={t('legal.taxNumber')}
        optional={t('optional')}
        hint={t('legal.taxNumberHint')}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        defaultValue={typed('taxNumber', before.taxNumber)}
        error={problem('taxNumber')}
      />
    </fieldset>
  );
}
