import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import { PageMessage } from './page-message.tsx';

/** Something failed: what it means for one's money, how to try again, and what its log line is found by. */
export function PageBroken({
  reference,
  retry,
}: {
  reference: string | null;
  /** Tries again in place; without it the address is loaded anew. */
  retry?: ReactNode;
}) {
  const t = useTranslations('common.error');
  const locale = useLocale();
  return (
    <PageMessage title={t('title')} text={t('text')}>
      {retry ?? (
        // biome-ignore lint/a11y/useValidAnchor: an empty address is this very one, its query included
        <a href="" className={buttonClass()}>
          {t('retry')}
        </a>
      )}
      <a href={getPathname({ href: '/', locale })} className="link inline-flex min-h-11 items-center">
        {t('home')}
      </a>
      {reference === null ? null : (
        <p className="w-full text-t1 text-ink-2 [overflow-wrap:anywhere]">
          {t('reference', { digest: reference })}
        </p>
      )}
    </PageMessage>
  );
}
