'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { KEPT_PAGES } from '../site/kept-pages.ts';
import { Notice } from '../ui/notice.tsx';

/**
 * Keeps this page, its tickets with it, readable on this device without a network, until the event is over, and says so
 * while there is none. For those whose booking it is; somebody who looks after other people's bookings must not carry them
 * around.
 */
export function KeepOffline({
  title,
  when,
  until,
  account,
}: {
  title: string;
  /** When it begins, in words, for the list of what is kept. */
  when: string;
  until: Date;
  /**
   * The mark of the account by which it was opened, and by nothing that this browser keeps: it is forgotten when somebody
   * else sits here. Else null.
   */
  account: string | null;
}) {
  const end = until.getTime();
  useEffect(() => {
    keep({ title, when, until: end, account }).catch(() => {
      // A browser that forbids storage shows the page all the same.
    });
  }, [title, when, end, account]);
  const t = useTranslations('holder.kept');
  const locale = useLocale();
  const [offline, setOffline] = useState(false);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  useEffect(() => {
    const look = () => {
      setOffline(!navigator.onLine);
      if (navigator.onLine) return;
      whenKept().then(setKeptAt, () => {
        // A browser that forbids storage has kept nothing.
      });
    };
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
          {keptAt ? ` ${t('from', { time: momentIn(locale).format(keptAt) })}` : null}
        </Notice>
      ) : null}
    </div>
  );
}

/** A day and a time by the reader's own clock. */
const momentIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false });

/** When public/service-worker.js kept this page; null where it has not. */
async function whenKept(): Promise<Date | null> {
  const kept = await caches.match(window.location.pathname, { cacheName: KEPT_PAGES });
  const at = Number(kept?.headers.get('x-kept-at'));
  return at > 0 ? new Date(at) : null;
}

/** Has the worker keep this page; `until` in milliseconds since 1970. */
async function keep(page: {
  title: string;
  when: string;
  until: number;
  account: string | null;
}): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  // By then the fonts that the page needs are among what it has loaded.
  await document.fonts.ready;
  const assets = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ type: 'keep', path: window.location.pathname, assets, ...page });
}
