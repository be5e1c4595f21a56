import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Picture } from '../ui/monogram.tsx';
import { Notice } from '../ui/notice.tsx';
import { SignedIn } from './signed-in.tsx';
import { StaffFrame } from './staff-frame.tsx';

type Role = 'owner' | 'manager' | 'box_office' | 'door' | 'admin';

export type DashboardSection = 'events' | 'bookings' | 'team' | 'log' | 'settings';

/** Who works here, as the frame shows them. */
export type FrameAccount = {
  name: string;
  picture: Picture | null;
  organizers: { slug: string; name: string; role: Exclude<Role, 'admin'> }[];
  /** Admins of the platform have their way back to its administration. */
  actor: { role: 'attendee' | 'admin' };
};

export type FramePlace = {
  organizer: { slug: string; name: string };
  role: Role;
  /** Where this page belongs. */
  section: DashboardSection;
  /** The sections that this person's role reaches, in their order. */
  sections: readonly DashboardSection[];
  /** Why admins keep the organizer suspended; null while they do not. */
  suspended: { reason: string | null } | null;
};

// messages: dashboard.events, dashboard.bookings, dashboard.team, dashboard.log, dashboard.settings
/** The frame around the pages of an organizer; without a place, around those of somebody who belongs to none yet. */
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
  const sections = (place?.sections ?? []).map((section) => ({
    href: `/dashboard/${place?.organizer.slug}/${section}`,
    label: t(section),
    current: section === place?.section,
  }));
  const desk =
    place?.sections.filter((section) => section === 'events' || section === 'bookings').length ?? 0;
  return (
    <StaffFrame
      home={home}
      navigation={t('navigation')}
      sections={
        place
          ? [
              ...sections.slice(0, desk),
              // Before the team and what comes after it: on a phone it is the one page that is wanted.
              { href: '/door', label: t('door') },
              ...sections.slice(desk),
            ]
          : []
      }
      foot={<Foot account={account} place={place} />}
    >
      {place?.suspended ? (
        <div className="min-w-0">
          <section
            aria-label={t('suspended.title', { organizer: place.organizer.name })}
            className="px-(--margin) pt-6 desk:px-8"
          >
            <Notice kind="bad" title={t('suspended.title', { organizer: place.organizer.name })}>
              <p>{t('suspended.text')}</p>
              {place.suspended.reason ? (
                <p className="mt-2 [overflow-wrap:anywhere]">
                  {t('suspended.reason', { reason: place.suspended.reason })}
                </p>
              ) : null}
            </Notice>
          </section>
          {children}
        </div>
      ) : (
        children
      )}
    </StaffFrame>
  );
}

function Foot({ account, place }: { account: FrameAccount; place: FramePlace | undefined }) {
  const t = useTranslations('dashboard');
  const others = account.organizers.filter(({ slug }) => slug !== place?.organizer.slug);
  return (
    <>
      <SignedIn
        name={account.name}
        picture={account.picture}
        title={place?.organizer.name ?? null}
        text={place ? t('signedInAs', { name: account.name, role: t(`role.${place.role}`) }) : account.name}
      />
      {account.actor.role === 'admin' ? (
        <a href="/admin" className="link flex min-h-11 items-center text-t1">
          {t('admin')}
        </a>
      ) : null}
      {account.organizers.length > 0 && others.length === 0 ? (
        <a href="/dashboard/new" className="link flex min-h-11 items-center text-t1">
          {t('found')}
        </a>
      ) : null}
      {others.length > 0 ? (
        <details className="text-t1">
          <summary className="link flex min-h-11 items-center">{t('switch')}</summary>
          <ul>
            {others.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/dashboard/${slug}`} className="link flex min-h-11 items-center">
                  {name}
                </a>
              </li>
            ))}
            <li>
              <a href="/dashboard/new" className="link flex min-h-11 items-center">
                {t('found')}
              </a>
            </li>
          </ul>
        </details>
      ) : null}
    </>
  );
}
