import { connection } from 'next/server';
import { absoluteUrl } from '#lib/i18n/public-url.ts';
import { PAGES_PER_FILE, sitemapIndexXml, sitemapXml } from '#lib/i18n/sitemap-xml.ts';
import { sitemapPages, xmlAnswer } from '../sitemap-pages.ts';

/** The sitemap; the list of its parts when it does not fit into one. Next's own `sitemap.ts` writes no such list. */
export async function GET(): Promise<Response> {
  await connection();
  const pages = await sitemapPages();
  if (pages.length <= PAGES_PER_FILE) return xmlAnswer(sitemapXml(pages));
  const parts = Array.from({ length: Math.ceil(pages.length / PAGES_PER_FILE) }, (_, index) =>
    absoluteUrl(`/sitemaps/${index + 1}.xml`),
  );
  return xmlAnswer(sitemapIndexXml(parts));
}
