import type { Alternates } from './public-url.ts';
import { routing } from './routing.ts';

/** The two files of https://www.sitemaps.org/protocol.html, written out. */

/** A page with its addresses in all languages; each of them becomes an entry of its own. */
export type SitemapPage = { languages: Alternates['languages']; lastModified: Date | null };

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const escapeXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/** How many pages go into one file: 5,000 addresses, of the 50,000 that are allowed. */
export const PAGES_PER_FILE = Math.floor(5000 / routing.locales.length);

/** A sitemap: every page in every language, each naming all the others. */
export function sitemapXml(pages: readonly SitemapPage[]): string {
  const urls = pages.flatMap(({ languages, lastModified }) => {
    const links = Object.entries(languages)
      .map(
        ([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(url)}"/>`,
      )
      .join('');
    const changed = lastModified ? `<lastmod>${lastModified.toISOString()}</lastmod>` : '';
    return routing.locales.map(
      (locale) => `<url><loc>${escapeXml(languages[locale])}</loc>${changed}${links}</url>`,
    );
  });
  return `${XML}\n<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

/** The list of sitemaps, for a site that has more pages than one of them should name. */
export function sitemapIndexXml(urls: readonly string[]): string {
  const sitemaps = urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>`);
  return `${XML}\n<sitemapindex ${NAMESPACE}>\n${sitemaps.join('\n')}\n</sitemapindex>\n`;
}
