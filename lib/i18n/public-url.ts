import { env } from '../env.ts';
import { getPathname } from './navigation.ts';
import { type Locale, routing } from './routing.ts';

/** A public page: its pathname from `routing`, with its parameters and query. */
export type PublicHref = Parameters<typeof getPathname>[0]['href'];

/** A path of this site with its origin. */
export const absoluteUrl = (path: string) => new URL(path, env().appUrl).href;

/** The absolute address of a public page in a language. */
export function publicUrl(href: PublicHref, locale: Locale): string {
  // An empty query leaves a question mark behind, and to a search engine that is another address.
  return absoluteUrl(getPathname({ href, locale }).replace(/\?$/, ''));
}

/** The one address of a page among those that show the same, and the same page in each language. */
export type Alternates = { canonical: string; languages: Record<Locale | 'x-default', string> };

/**
 * The canonical address of a page in its language, and where it is in the others; whoever speaks none of them is sent
 * to the default. Goes into Next's metadata as `alternates`.
 */
export function alternates(href: PublicHref, locale: Locale): Alternates {
  return {
    canonical: publicUrl(href, locale),
    languages: {
      en: publicUrl(href, 'en'),
      de: publicUrl(href, 'de'),
      'x-default': publicUrl(href, routing.defaultLocale),
    },
  };
}
