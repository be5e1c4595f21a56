import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingNotOpen } from '#components/booking/booking-not-open.tsx';
import { PageMissing } from '#components/site/page-missing.tsx';
import { whatIsOn } from '../what-is-on.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('metaTitle'), robots: { index: false } };
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
