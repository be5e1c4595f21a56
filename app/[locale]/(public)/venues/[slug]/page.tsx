import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { mapAddress, wayAddress } from '#components/event/map-address.ts';
import { PlacePage } from '#components/place/place-page.tsx';
import { Programme } from '#components/place/programme.tsx';
import { townLine } from '#components/place/town-line.ts';
import { StructuredData } from '#components/site/structured-data.tsx';
import { findVenue } from '#lib/catalog/find-venue.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { publicUrl } from '#lib/i18n/public-url.ts';
import { placeThing, standalone } from '#lib/structured-data.ts';
import { withPosters } from '../../event-poster.ts';
import { pageMetadata } from '../../page-metadata.ts';

type Props = { params: Promise<{ slug: string }> };

const MOST = 24;

/** Once a request, for the page and its title; null for an unknown address. */
const readVenue = cache(async (slug: string, locale: string) => {
  try {
    return await findVenue(database(), slug, locale, MOST);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const venue = await readVenue(slug, await getLocale());
  if (!venue) return { title: (await getTranslations('site.notFound'))('metaTitle') };
  const t = await getTranslations('places.venue');
  return pageMetadata({
    href: { pathname: '/venues/[slug]', params: { slug } },
    title: venue.name,
    description: t('description', { name: venue.name, city: venue.city }),
  });
}

export default async function VenuePage({ params }: Props) {
  const { slug } = await params;
  const locale = await getLocale();
  const venue = await readVenue(slug, locale);
  if (!venue) notFound();
  const t = await getTranslations('places.venue');
  const { name, address, city, capacity, organizer, access } = venue;
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(venue.country);
  return (
    <PlacePage
      kind={t('kind', { city })}
      name={name}
      facts={[
        {
          term: t('address'),
          value: (
            <>
              {[address, townLine(venue), country].map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
              <a
                href={mapAddress(venue)}
                rel="noopener noreferrer"
                className="link inline-flex min-h-11 items-center"
              >
                {t('map')}
              </a>
            </>
          ),
        },
        {
          term: t('way'),
          value: (
            <ul className="flex flex-wrap gap-x-5">
              {(['foot', 'bike', 'car'] as const).map((by) => (
                <li key={by}>
                  <a
                    href={wayAddress(venue, by)}
                    rel="noopener noreferrer"
                    className="link inline-flex min-h-11 items-center"
                  >
                    {t(`ways.${by}`)}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
        ...(access ? [{ term: t('access'), value: <span lang={access.language}>{access.note}</span> }] : []),
        { term: t('capacity'), value: t('people', { count: capacity }) },
        {
          term: t('runBy'),
          value: (
            <Link
              prefetch={false}
              href={{ pathname: '/organizers/[slug]', params: { slug: organizer.slug } }}
              className="link -my-2 inline-flex min-h-11 items-center"
            >
              {organizer.name}
            </Link>
          ),
        },
      ]}
    >
      <StructuredData
        data={standalone(
          placeThing(venue, publicUrl({ pathname: '/venues/[slug]', params: { slug } }, locale)),
        )}
      />
      <Programme
        name={name}
        upcoming={withPosters(venue.upcoming)}
        past={withPosters(venue.past)}
        complete={venue.upcoming.length < MOST}
      />
    </PlacePage>
  );
}
