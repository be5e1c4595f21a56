import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingNotOpen } from '#components/booking/booking-not-open.tsx';
import { PageMissing } from '#components/site/page-missing.tsx';
import { featuredEvents } from '#lib/catalog/featured-events.ts';
import { database } from '#lib/database.ts';
import { log } from '#lib/log.ts';
import { withPosters } from '../event-poster.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('metaTitle'), robots: { index: false } };
}

/** Enough for one row of posters. */
const ROW = 4;

/** What one may want instead. Nothing where that cannot be read: this page has to come whatever else fails. */
async function whatIsOn(locale: string) {
  try {
    const { tonight, weekend, soon } = await featuredEvents(database(), locale, ROW);
    return withPosters([...tonight, ...weekend, ...soon].slice(0, ROW));
  } catch (error) {
    log().warn({ err: error }, 'no events for the page of what is not found');
    return [];
  }
}

/** What `server.ts` answers in place of a page that was not found: the same that a script would draw, as a whole page. */
export default async function MissingPage({
  searchParams,
}: {
  searchParams: Promise<{ what?: string | string[] }>;
}) {
  if ((await searchParams).what === 'booking') return <BookingNotOpen />;
  return <PageMissing events={await whatIsOn(await getLocale())} />;
}
