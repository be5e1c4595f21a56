import { listSitemapEntries, type SitemapEntry } from '#lib/catalog/list-sitemap-entries.ts';
import { database } from '#lib/database.ts';
import { alternates, type PublicHref } from '#lib/i18n/public-url.ts';
import { routing } from '#lib/i18n/routing.ts';
import type { SitemapPage } from '#lib/i18n/sitemap-xml.ts';

/** The pages that are always there. */
const fixed: PublicHref[] = ['/', '/events', '/terms', '/privacy', '/imprint'];

function hrefOf(entry: SitemapEntry): PublicHref {
  switch (entry.kind) {
    case 'event':
      return { pathname: '/events/[slug]', params: { slug: entry.slug } };
    case 'venue':
      return { pathname: '/venues/[slug]', params: { slug: entry.slug } };
    case 'organizer':
      return { pathname: '/organizers/[slug]', params: { slug: entry.slug } };
    case 'category':
      return { pathname: '/events', query: { category: entry.slug } };
    case 'city':
      return { pathname: '/events', query: { city: entry.city } };
  }
}

/** Every public page with its addresses, in an order that stays. */
export async function sitemapPages(): Promise<SitemapPage[]> {
  const entries = await listSitemapEntries(database());
  return [
    ...fixed.map((href) => ({ href, lastModified: null })),
    ...entries.map((entry) => ({
      href: hrefOf(entry),
      lastModified: entry.kind === 'event' ? entry.lastModified : null,
    })),
  ].map(({ href, lastModified }) => ({
    languages: alternates(href, routing.defaultLocale).languages,
    lastModified,
  }));
}

/** A sitemap as an answer. It costs a walk through the catalog, so others may keep it for an hour. */
export function xmlAnswer(xml: string): Response {
  return new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
