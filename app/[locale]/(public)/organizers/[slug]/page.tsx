import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PlacePage } from '#components/place/place-page.tsx';
import { Programme } from '#components/place/programme.tsx';
import { StructuredData } from '#components/site/structured-data.tsx';
import { findOrganizerPage } from '#lib/catalog/find-organizer-page.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { publicUrl } from '#lib/i18n/public-url.ts';
import { organizerThing, standalone } from '#lib/structured-data.ts';
import { withPosters } from '../../event-poster.ts';
import { pageMetadata } from '../../page-metadata.ts';

type Props = { params: Promise<{ slug: string }> };

const MOST = 24;

/** How many places stand beside the programme before the rest is folded. */
const RAIL = 6;

/** Once a request, for the page and its title; null for an unknown address. */
const readOrganizer = cache(async (slug: string, locale: string) => {
  try {
    return await findOrganizerPage(database(), slug, locale, MOST);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const organizer = await readOrganizer(slug, await getLocale());
  if (!organizer) return { title: (await getTranslations('site.notFound'))('metaTitle') };
  const t = await getTranslations('places.organizer');
  return pageMetadata({
    href: { pathname: '/organizers/[slug]', params: { slug } },
    title: organizer.name,
    description: organizer.description || t('description', { name: organizer.name }),
  });
}

export default async function OrganizerPage({ params }: Props) {
  const { slug } = await params;
  const locale = await getLocale();
  const organizer = await readOrganizer(slug, locale);
  if (!organizer) notFound();
  const t = await getTranslations('places.organizer');
  const { name, description, venues, upcoming, past } = organizer;
  const places = venues.map((venue) => (
    <Link
      key={venue.slug}
      prefetch={false}
      href={{ pathname: '/venues/[slug]', params: { slug: venue.slug } }}
      className="group flex min-h-11 break-inside-avoid flex-col justify-center py-1"
    >
      <span className="font-[560] decoration-1 underline-offset-[3px] group-hover:underline">
        {venue.name}
      </span>
      <span className="text-15 text-ink-2">{venue.city}</span>
    </Link>
  ));
  // One that would be alone behind the fold stands with the rest.
  const fold = places.length > RAIL + 1 ? RAIL : places.length;
  const [shown, others] = [places.slice(0, fold), places.slice(fold)];
  return (
    <PlacePage
      kind={t('kind')}
      name={name}
      lead={description || undefined}
      factsLast
      facts={
        places.length > 0
          ? [
              {
                term: t('venues'),
                value: (
                  <>
                    {shown}
                    {others.length > 0 ? (
                      <details className="break-inside-avoid">
                        <summary className="link inline-flex min-h-11 items-center">
                          {t('moreVenues', { count: others.length })}
                        </summary>
                        {others}
                      </details>
                    ) : null}
                  </>
                ),
              },
            ]
          : []
      }
    >
      <StructuredData
        data={standalone(
          organizerThing(organizer, publicUrl({ pathname: '/organizers/[slug]', params: { slug } }, locale)),
        )}
      />
      <Programme
        name={name}
        upcoming={withPosters(upcoming)}
        past={withPosters(past)}
        complete={upcoming.length < MOST}
        manyPlaces
      />
    </PlacePage>
  );
}
