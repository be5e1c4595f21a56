import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

/** Said here too: the title of the not-found page itself lasts only until the script draws this one's. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.notFound');
  return { title: t('metaTitle') };
}

/** Takes every address that no page has, so that "not found" comes in the house's words and the reader's language. */
export default function UnknownPage() {
  notFound();
}
