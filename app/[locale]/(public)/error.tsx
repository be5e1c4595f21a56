'use client';

import { useLocale, useTranslations } from 'next-intl';
import { PageMessage } from '#components/site/page-message.tsx';
import { Button } from '#components/ui/button.tsx';
import { getPathname } from '#lib/i18n/navigation.ts';

/** Nothing of the error is shown but its digest, which the log line of the same request carries too. */
export default function PublicError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const locale = useLocale();
  const t = useTranslations('common.error');
  return (
    <PageMessage title={t('title')} text={t('text')}>
      <Button onClick={retry}>{t('retry')}</Button>
      <a href={getPathname({ href: '/', locale })} className="link inline-flex min-h-11 items-center">
        {t('home')}
      </a>
      {error.digest ? (
        <p className="w-full text-t1 text-ink-2">{t('reference', { digest: error.digest })}</p>
      ) : null}
    </PageMessage>
  );
}
