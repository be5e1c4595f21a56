import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { absoluteUrl, alternates, type PublicHref } from '#lib/i18n/public-url.ts';
import { type Locale, routing } from '#lib/i18n/routing.ts';

/** https://ogp.me wants a territory with the language. */
const territories: Record<Locale, string> = { en: 'en_GB', de: 'de_DE' };

export type PageFacts = {
  /** The page's one address, without what only sorts or pages it. */
  href: PublicHref;
  /** Of the page alone; the name of the site is put behind it unless `wholeTitle` is set. */
  title: string;
  wholeTitle?: boolean;
  /** Left out: that of the site. */
  description?: string;
  /** 1200 × 630, a path with its query. Left out: the picture of the site. */
  image?: { path: string; alt: string };
  /** False keeps the page out of search engines, while they may still follow its links. */
  index?: boolean;
};

/**
 * All that a public page says about itself in its head: title, description, its canonical address and the same page in
 * other languages, and the card that it makes where somebody shares it.
 */
export async function pageMetadata({
  href,
  title,
  wholeTitle = false,
  description,
  image,
  index = true,
}: PageFacts): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('site')]);
  const words = description || t('description');
  const { canonical, languages } = alternates(href, locale);
  const { path, alt } = image ?? { path: '/share.png', alt: t('shareAlt') };
  const picture = { url: absoluteUrl(path), width: 1200, height: 630, type: 'image/png', alt };
  return {
    title: wholeTitle ? { absolute: title } : title,
    description: words,
    alternates: { canonical, languages },
    openGraph: {
      type: 'website',
      siteName: t('name'),
      title,
      description: words,
      url: canonical,
      locale: territories[locale],
      alternateLocale: routing.locales.filter((other) => other !== locale).map((other) => territories[other]),
      images: [picture],
    },
    twitter: { card: 'summary_large_image', title, description: words, images: [picture] },
    ...(index ? {} : { robots: { index: false, follow: true } }),
  };
}
