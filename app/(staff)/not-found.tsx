import { getTranslations } from 'next-intl/server';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { currentAccount } from '#lib/auth/session.ts';
import { speakTo } from './staff-page.ts';

export default async function StaffNotFound() {
  speakTo(await currentAccount());
  const t = await getTranslations('dashboard.notFound');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <a href="/dashboard" className={buttonClass()}>
        {t('back')}
      </a>
    </PageMessage>
  );
}
