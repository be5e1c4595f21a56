import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ArrivalHeading } from '../ui/arrival-heading.tsx';

/** The page around a list: its heading, what narrows it, the rows, the way to older ones. */
export function ListPage({
  title,
  arrived = false,
  above,
  filter,
  empty,
  older,
  newest,
  children,
}: {
  title: string;
  /** True where a form has led here, whose reader goes on at the heading. */
  arrived?: boolean;
  above?: ReactNode;
  filter: ReactNode;
  /** What is said when there are no rows; null when there are. */
  empty: string | null;
  older: string | null;
  newest: string | null;
  children: ReactNode;
}) {
  const t = useTranslations('dashboard');
  return (
    <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
      {above}
      {arrived ? (
        <ArrivalHeading className="display-t4 mb-4">{title}</ArrivalHeading>
      ) : (
        <h1 className="display-t4 mb-4">{title}</h1>
      )}
      {filter}
      <div className="mt-5">{empty ? <p className="py-10 text-ink-2">{empty}</p> : children}</div>
      {older || newest ? (
        <nav className="mt-4 flex gap-6 text-15">
          {newest ? (
            <a href={newest} className="link flex min-h-11 items-center">
              {t('newest')}
            </a>
          ) : null}
          {older ? (
            <a href={older} className="link flex min-h-11 items-center">
              {t('more')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </main>
  );
}
