import { PAGES_PER_FILE, sitemapXml } from '#lib/i18n/sitemap-xml.ts';
import { sitemapPages, xmlAnswer } from '../../sitemap-pages.ts';

/** A part of the sitemap: `/sitemaps/1.xml` and so on. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const part = Number(/^([1-9]\d{0,3})\.xml$/.exec((await params).file)?.[1]);
  if (!part) return new Response('Not found', { status: 404 });
  const pages = (await sitemapPages()).slice((part - 1) * PAGES_PER_FILE, part * PAGES_PER_FILE);
  return pages.length > 0 ? xmlAnswer(sitemapXml(pages)) : new Response('Not found', { status: 404 });
}
