import { useTranslations } from 'next-intl';
import { PageMessage } from '../site/page-message.tsx';

/** What a member sees of a page that their role does not reach. */
export function NotAllowed({ organizer }: { organizer: string }) {
  const t = useTranslations('dashboard.notAllowed');
  return <PageMessage title={t('title')} text={t('text', { organizer })} />;
}
