import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';

/** The parts of one's own page, beside it where there is room, and the ways to what else is one's own. */
export function Sections({
  devices,
  admin,
  children,
}: {
  /** On how many devices they are logged in. */
  devices: number;
  admin: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('account');
  const line = 'flex min-h-11 items-center justify-between gap-4 font-[620] hover:underline';
  return (
    <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[220px_minmax(0,900px)]">
      <nav aria-label={t('sections.name')} className="desk:sticky desk:top-6 desk:self-start">
        <ul className="rows border-t-[1.5px] border-rule max-desk:border-b max-desk:border-b-hairline">
          <li>
            <Link prefetch={false} href="/bookings" className={line}>
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
          <li className="max-desk:hidden">
            <a href="#profile" className={line}>
              {t('profile.title')}
            </a>
          </li>
          <li className="max-desk:hidden">
            <a href="#ways-in" className={line}>
              {t('waysIn.title')}
            </a>
          </li>
          <li className="max-desk:hidden">
            <a href="#devices" className={line}>
              {t('devices.title')}
              <span className="text-ink-2">{devices}</span>
            </a>
          </li>
          <li className="max-desk:hidden">
            <a href="#own-data" className={line}>
              {t('sections.data')}
            </a>
          </li>
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
