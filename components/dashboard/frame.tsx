import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../site/logo.tsx';

type Role = 'owner' | 'manager' | 'box_office' | 'door' | 'admin';

/** Who works here, as the frame shows them. */
export type FrameAccount = {
  name: string;
  organizers: { slug: string; name: string; role: Exclude<Role, 'admin'> }[];
};

export type FramePlace = {
  organizer: { slug: string; name: string };
  role: Role;
  section: 'events' | 'bookings';
  seesBookings: boolean;
};

const mark = 'border-accent font-[650] text-ink';
const unmarked = 'border-transparent text-ink hover:bg-paper-2';

// messages: dashboard.events, dashboard.bookings
/** A rail with the sections at the left; on a phone and a tablet a bar above. */
export function DashboardFrame({
  account,
  home,
  place,
  children,
}: {
  account: FrameAccount;
  home: string;
  place?: FramePlace;
  children: ReactNode;
}) {
  const t = useTranslations('dashboard');
  const others = account.organizers.filter(({ slug }) => slug !== place?.organizer.slug);
  const sections = place
    ? (['events', 'bookings'] as const).filter((section) => section === 'events' || place.seesBookings)
    : [];
  return (
    <div className="desk:grid desk:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="absolute start-2 top-2 z-20 -translate-y-24 rounded bg-accent px-4 py-3 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="border-b border-hairline text-15 desk:sticky desk:top-0 desk:flex desk:h-dvh desk:flex-col desk:border-e desk:border-b-0">
        <div className="flex items-center justify-between gap-4 px-(--margin) py-2 desk:px-6 desk:py-4">
          <a href={home} aria-label={t('toSite')} className="flex min-h-11 items-center">
            <Logo />
          </a>
          <SignOut className="desk:hidden" />
        </div>
        {place ? (
          <nav
            aria-label={t('navigation')}
            className="flex gap-1 overflow-x-auto px-(--margin) desk:flex-col desk:px-0"
          >
            {sections.map((section) => (
              <a
                key={section}
                href={`/dashboard/${place.organizer.slug}/${section}`}
                aria-current={section === place.section ? 'page' : undefined}
                className={`flex min-h-11 items-center border-b-4 px-3 font-[560] desk:border-s-4 desk:border-b-0 desk:px-5 ${
                  section === place.section ? mark : unmarked
                }`}
              >
                {t(section)}
              </a>
            ))}
          </nav>
        ) : null}
        <div className="flex flex-wrap items-baseline gap-x-4 px-(--margin) py-3 desk:mt-auto desk:grid desk:px-6 desk:pb-5">
          {place ? <p className="font-[650]">{place.organizer.name}</p> : null}
          <p className="text-t1 text-ink-2">
            {place ? t('signedInAs', { name: account.name, role: t(`role.${place.role}`) }) : account.name}
          </p>
          {others.length > 0 ? (
            <details className="text-t1">
              <summary className="link flex min-h-11 items-center">{t('switch')}</summary>
              <ul>
                {others.map(({ slug, name }) => (
                  <li key={slug}>
                    <a
                      href={`/dashboard/${slug}/${place?.section ?? 'events'}`}
                      className="link flex min-h-11 items-center"
                    >
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <SignOut className="hidden desk:block" />
        </div>
      </header>
      {children}
    </div>
  );
}

function SignOut({ className }: { className: string }) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  return (
    <form method="post" action="/api/auth/sign-out" className={className}>
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className="link flex min-h-11 items-center text-t1">
        {t('signOut')}
      </button>
    </form>
  );
}
