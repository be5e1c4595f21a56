'use client';

import { useTranslations } from 'next-intl';
import { PageBroken } from '#components/site/page-broken.tsx';
import { Button } from '#components/ui/button.tsx';

/** Nothing of the error is shown but its digest, which the log line of the same request carries too. */
export default function PublicError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const t = useTranslations('common.error');
  return (
    <PageBroken reference={error.digest ?? null} retry={<Button onClick={retry}>{t('retry')}</Button>} />
  );
}
