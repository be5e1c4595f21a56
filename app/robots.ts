import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { absoluteUrl } from '#lib/i18n/public-url.ts';
import { routing } from '#lib/i18n/routing.ts';

/** What belongs to somebody. Nothing there is secret because of this; machines only need not try. */
const closed = ['/checkout/', '/bookings'];

/** Public pages may be read by all. Those that should not be found, such as the sign-in, say so themselves. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const inLanguages = routing.locales
    .filter((locale) => locale !== routing.defaultLocale)
    .flatMap((locale) => closed.map((path) => `/${locale}${path}`));
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/admin', '/dashboard', '/door', '/qr/', ...closed, ...inLanguages],
    },
    sitemap: absoluteUrl('/sitemap.xml'),
  };
}
