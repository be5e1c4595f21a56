'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { KEPT_PAGES } from './kept-pages.ts';

type Kept = { path: string; title: string; when: string };

async function readKept(): Promise<Kept[]> {
  if (!(await caches.has(KEPT_PAGES))) return [];
  const cache = await caches.open(KEPT_PAGES);
  const kept = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const headers = (await cache.match(request))?.headers;
      const words = (name: string) => decodeURIComponent(headers?.get(name) ?? '');
      const isOver = Number(headers?.get('x-kept-until')) <= Date.now();
      return isOver
        ? []
        : [
            {
              path: new URL(request.url).pathname,
              title: words('x-kept-title'),
              when: words('x-kept-when'),
            },
          ];
    }),
  );
  return kept.flat().reverse();
}

/** The bookings that can be read without a network on this device, the latest first. Nothing where there are none. */
export function KeptBookings() {
  const t = useTranslations('tickets.offline');
  const [kept, setKept] = useState<readonly Kept[]>([]);
  useEffect(() => {
    readKept().then(setKept, () => {
      // A browser that forbids storage has kept nothing.
    });
  }, []);
  if (kept.length === 0) return null;
  return (
    <section className="mt-10 w-full max-w-[44ch]">
      <h2 className="display-t4 border-t-[1.5px] border-rule pt-3.5 pb-4">{t('kept')}</h2>
      <ul className="border-t border-hairline">
        {kept.map(({ path, title, when }) => (
          <li key={path} className="border-b border-hairline">
            {/* A plain link: without a network the router has nothing to fetch. */}
            <a href={path} className="block py-4 hover:underline">
              <span className="display-t3 block [overflow-wrap:anywhere]">{title}</span>
              {when === '' ? null : <span className="block text-15">{when}</span>}
              <span className="text-15 text-ink-2 tabular-nums">
                {t('booking', { reference: path.split('/').at(-1) ?? '' })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
