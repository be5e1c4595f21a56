import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { currentAccount } from '#lib/auth/session.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { speakTo } from './staff-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  speakTo(await currentAccount());
  const t = await getTranslations('dashboard.notFound');
  return { title: t('title') };
}

/** Says nothing of whether there is such a thing. Whoever is signed in keeps the way home and the way out. */
export default async function StaffNotFound() {
  const account = await currentAccount();
  const locale = speakTo(account);
  const t = await getTranslations('dashboard.notFound');
  const message = (
    <PageMessage title={t('title')} text={t('text')}>
      <a href="/dashboard" className={buttonClass()}>
        {t('back')}
      </a>
    </PageMessage>
  );
  if (!account) return message;
  return (
    <DashboardFrame account={account} home={getPathname({ href: '/', locale })}>
      {message}
    </DashboardFrame>
  );
}
