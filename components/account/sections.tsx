import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname, Link } from '#lib/i18n/navigation.ts';

const line = 'flex min-h-11 items-center justify-between gap-4 font-[620] hover:underline';

/** What is one's own, and beside it, where there is room, the ways to all of it: the same on each of its pages. */
export function Sections({
  here,
  devices,
  admin,
  children,
}: {
  here: 'bookings' | 'account';
  /** On how many devices they are logged in. */
  devices: number;
  admin: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('account');
  const locale = useLocale();
  const account = here === 'account' ? '' : getPathname({ href: '/account', locale });
  const parts = [
    { id: 'profile', title: t('profile.title') },
    { id: 'ways-in', title: t('waysIn.title') },
    { id: 'devices', title: t('devices.title'), count: devices },
    { id: 'own-data', title: t('sections.data') },
  ];
  return (
    <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[220px_minmax(0,900px)]">
      <nav
        aria-label={t('sections.name')}
        className={`desk:sticky desk:top-6 desk:self-start ${here === 'bookings' ? 'max-desk:hidden' : ''}`}
      >
        <ul className="rows border-t-[1.5px] border-rule max-desk:border-b max-desk:border-b-hairline">
          <li>
            <Link
              prefetch={false}
              href="/bookings"
              aria-current={here === 'bookings' ? 'page' : undefined}
              className={`${line} aria-[current]:border-s-4 aria-[current]:border-accent aria-[current]:ps-3`}
            >
              {t('sections.bookings')}
            </Link>
          </li>
          {admin ? (
            <li>
              <a href="/admin" className={line}>
                {t('sections.admin')}
              </a>
            </li>
          ) : null}
          {parts.map(({ id, title, count }) => (
            <li key={id} className="max-desk:hidden">
              <a href={`${account}#${id}`} className={line}>
                {title}
                {count === undefined ? null : <span className="text-ink-2">{count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

export function Section({
  id,
  title,
  text = null,
  children,
}: {
  id: string;
  title: string;
  text?: string | null;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="mb-16 scroll-mt-6 border-t-[1.5px] border-rule pt-4"
    >
      <h2 id={`${id}-title`} className="display-t4">
        {title}
      </h2>
      {text ? <p className="mt-2 max-w-[60ch] text-15 text-ink-2">{text}</p> : null}
      <div className="mt-5">{children}</div>
    </section>
  );
}
