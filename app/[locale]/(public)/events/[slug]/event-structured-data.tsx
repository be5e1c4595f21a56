import { getLocale, getTranslations } from 'next-intl/server';
import { StructuredData } from '#components/site/structured-data.tsx';
import type { Availability } from '#lib/catalog/availability.ts';
import { eventStructuredData } from '#lib/catalog/event-structured-data.ts';
import type { EventDetail } from '#lib/catalog/find-event.ts';
import { absoluteUrl, publicUrl } from '#lib/i18n/public-url.ts';
import { posterPath } from '#lib/posters/poster-path.ts';
import { breadcrumbData } from '#lib/structured-data.ts';

/** What the page says, for machines: the event, and where in the house it stands. */
export async function EventStructuredData({ event, now }: { event: EventDetail; now: Availability }) {
  const locale = await getLocale();
  const t = await getTranslations('site.header');
  const { slug, category, organizer, venue } = event;
  const url = publicUrl({ pathname: '/events/[slug]', params: { slug } }, locale);
  const data = eventStructuredData(event, now, {
    event: url,
    organizer: publicUrl({ pathname: '/organizers/[slug]', params: { slug: organizer.slug } }, locale),
    venue: venue && publicUrl({ pathname: '/venues/[slug]', params: { slug: venue.slug } }, locale),
    images: [absoluteUrl(posterPath(event, 'og.png')), absoluteUrl(posterPath(event, 'png'))],
  });
  const way = breadcrumbData([
    { name: t('events'), url: publicUrl('/events', locale) },
    {
      name: category.name,
      url: publicUrl({ pathname: '/events', query: { category: category.slug } }, locale),
    },
    { name: event.title, url },
  ]);
  return (
    <>
      <StructuredData data={data} />
      <StructuredData data={way} />
    </>
  );
}
