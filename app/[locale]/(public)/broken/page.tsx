import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBroken } from '#components/site/page-broken.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.error');
  return { title: t('title'), robots: { index: false } };
}

/**
 * What `server.ts` answers in place of a page that failed: the same that a script would draw, as a whole page. It asks the
 * database for nothing, for that may be what is away.
 */
export default async function BrokenPage({
  searchParams,
}: {
  searchParams: Promise<{ reference?: string | string[] }>;
}) {
  const { reference } = await searchParams;
  // The address can be typed by anybody: nothing is repeated that is no id.
  const id = typeof reference === 'string' && /^[\w-]{8,64}$/.test(reference) ? reference : null;
  // Its beginning is enough to find the line, and can be read out.
  return <PageBroken reference={id?.slice(0, 8) ?? null} />;
}
