import { useTranslations } from 'next-intl';
import { Link } from '#lib/i18n/navigation.ts';

/** What narrows the list, each with a link that lets it go. */
export function FilterTokens({
  filters,
}: {
  filters: readonly {
    name: string;
    query: Record<string, string | string[]>;
    /** Shows as a pressed chip beside the folded filters, and need not stand here as well. */
    chip: boolean;
  }[];
}) {
  const t = useTranslations('events');
  if (filters.length === 0) return null;
  return (
    <nav
      aria-label={t('active')}
      className={`mt-5 flex flex-wrap items-center gap-2 ${filters.every(({ chip }) => chip) ? 'max-desk:hidden' : ''}`}
    >
      {filters.map(({ name, query, chip }) => (
        <Link
          prefetch={false}
          key={name}
          href={{ pathname: '/events', query }}
          scroll={false}
          aria-label={t('letGo', { filter: name })}
          className={`inline-flex min-h-11 items-center gap-2.5 rounded bg-accent-wash px-3 text-15 font-semibold text-accent ${chip ? 'max-desk:hidden' : ''}`}
        >
          {name}
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            className="size-[11px]"
            stroke="currentColor"
            strokeWidth="1.8"
          >
            <path d="m1 1 10 10M11 1 1 11" />
          </svg>
        </Link>
      ))}
      <Link prefetch={false} href="/events" scroll={false} className="link inline-flex min-h-11 items-center">
        {t('clearAll')}
      </Link>
    </nav>
  );
}
