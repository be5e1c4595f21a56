'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '../ui/notice.tsx';

/**
 * Keeps this page, its tickets with it, readable on this device without a network, until the event is over, and says so
 * while there is none. For those whose booking it is; somebody who looks after other people's bookings must not carry them
 * around.
 */
export function KeepOffline({
  title,
  until,
  account,
}: {
  title: string;
  until: Date;
  /**
   * The mark of the account by which it was opened, and by nothing that this browser keeps: it is forgotten when somebody
   * else sits here. Else null.
   */
  account: string | null;
}) {
  const end = until.getTime();
  useEffect(() => {
    keep(title, end, account).catch(() => {
      // A browser that forbids storage shows the page all the same.
    });
  }, [title, end, account]);
  const t = useTranslations('holder.kept');
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return (
    <div className="no-print max-w-[62ch] [&:not(:empty)]:mt-6">
      {offline ? (
        <Notice kind="warn" role="status" title={t('title')}>
          {t('text')}
        </Notice>
      ) : null}
    </div>
  );
}

async function keep(title: string, until: number, account: string | null): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  // By then the fonts that the page needs are among what it has loaded.
  await document.fonts.ready;
  const assets = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ type: 'keep', path: window.location.pathname, title, until, assets, account });
}
