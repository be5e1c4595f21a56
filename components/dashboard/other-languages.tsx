import { useLocale, useTranslations } from 'next-intl';
import { routing } from '#lib/i18n/routing.ts';
import { LanguageForm } from './language-form.tsx';

// messages: site.footer.languages.*
/** The way into the other languages, in the frame of those who work here. */
export function OtherLanguages({ button }: { button: string }) {
  const t = useTranslations('site.footer');
  const current = useLocale();
  return (
    <LanguageForm
      label={t('language')}
      languages={routing.locales
        .filter((code) => code !== current)
        .map((code) => ({ code, name: t(`languages.${code}`) }))}
      button={button}
    />
  );
}
