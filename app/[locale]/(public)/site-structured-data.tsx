import { getLocale, getTranslations } from 'next-intl/server';
import { StructuredData } from '#components/site/structured-data.tsx';
import { absoluteUrl, publicUrl } from '#lib/i18n/public-url.ts';
import { siteData } from '#lib/structured-data.ts';

/** The house and how to search it, for machines. */
export async function SiteStructuredData() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('site')]);
  const data = siteData({
    name: t('name'),
    description: t('description'),
    language: locale,
    url: publicUrl('/', locale),
    searchUrl: publicUrl('/events', locale),
    logoUrl: absoluteUrl('/icons/icon-512.png'),
  });
  return <StructuredData data={data} />;
}
