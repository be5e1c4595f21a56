import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Attention } from '#components/admin/attention.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { database } from '#lib/database.ts';
import { needsAttention } from '#lib/organizers/needs-attention.ts';
import { adminPage, adminTitle } from './admin-page.ts';

export const generateMetadata = (): Promise<Metadata> => adminTitle('overview', '/admin');

/** What waits for somebody to decide, and where to look deeper. */
export default async function AdminOverviewPage() {
  const { account, frame } = await adminPage('overview', '/admin');
  const [counts, t] = await Promise.all([
    needsAttention(database(), account.actor),
    getTranslations('admin.overview'),
  ]);
  return (
    <AdminFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <h1 className="display-t4">{t('title')}</h1>
        <Attention counts={counts} />
        <section className="mt-12 max-w-[68ch]">
          <h2 className="display-t3">{t('studio.title')}</h2>
          <p className="mt-2 text-ink-2">{t('studio.text')}</p>
          <p className="mt-2">
            <code className="rounded bg-paper-2 px-2 py-1 font-mono text-15">npm run db:studio</code>
          </p>
        </section>
      </main>
    </AdminFrame>
  );
}
