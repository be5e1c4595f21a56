'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '../ui/field.tsx';

/** The name of a category in each language of the platform. */
export function CategoryNames({
  id,
  names,
  problem,
}: {
  /** Tells these fields from others on the page. */
  id: string;
  names: { en: string; de: string };
  problem: (field: string) => string | undefined;
}) {
  const t = useTranslations('admin.categories');
  return (
    <>
      <TextField
        id={`${id}-en`}
        name="en"
        lang="en"
        label={t('english')}
        defaultValue={names.en}
        maxLength={60}
        error={problem('en')}
      />
      <TextField
        id={`${id}-de`}
        name="de"
        lang="de"
        label={t('german')}
        defaultValue={names.de}
        maxLength={60}
        error={problem('de')}
      />
    </>
  );
}
