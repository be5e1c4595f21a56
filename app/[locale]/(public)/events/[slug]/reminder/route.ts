import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { findSaleReminder } from '#lib/catalog/find-sale-reminder.ts';
import { database } from '#lib/database.ts';
import { publicUrl } from '#lib/i18n/public-url.ts';
import { routing } from '#lib/i18n/routing.ts';
import { download } from '../../../tickets/download.ts';

/** A calendar entry for the moment at which tickets of an event go on sale. It asks for no account. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; slug: string }> },
): Promise<Response> {
  const { locale, slug } = await params;
  const language = hasLocale(routing.locales, locale) ? locale : routing.defaultLocale;
  const t = await getTranslations({ locale: language, namespace: 'event.reminder' });
  return download(() =>
    findSaleReminder(database(), slug, {
      title: (event) => t('title', { event }),
      description: t('description'),
      url: publicUrl({ pathname: '/events/[slug]', params: { slug } }, language),
    }),
  );
}
