import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SignedIn } from '../dashboard/signed-in.tsx';
import { StaffFrame } from '../dashboard/staff-frame.tsx';
import type { Picture } from '../ui/monogram.tsx';

/** The sections of the administration, in the order of the rail, and where each is. */
export const adminSections = {
  overview: '/admin',
  users: '/admin/users',
  organizers: '/admin/organizers',
  events: '/admin/events',
  categories: '/admin/categories',
  bookings: '/admin/bookings',
  payments: '/admin/payments',
  jobs: '/admin/jobs',
  audit: '/admin/audit',
} as const;

export type AdminSection = keyof typeof adminSections;

const isSection = (name: string): name is AdminSection => Object.hasOwn(adminSections, name);

// messages: admin.sections.*
/** The frame around every page for admins. */
export function AdminFrame({
  name,
  picture,
  home,
  section,
  desk,
  children,
}: {
  /** Who works here. */
  name: string;
  picture: Picture | null;
  /** The public pages, in their language. */
  home: string;
  section: AdminSection;
  /** Whether they belong to an organizer too. */
  desk: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('admin');
  return (
    <StaffFrame
      home={home}
      navigation={t('navigation')}
      sections={Object.keys(adminSections)
        .filter(isSection)
        .map((one) => ({
          href: adminSections[one],
          label: t(`sections.${one}`),
          current: one === section,
        }))}
      foot={
        <>
          <SignedIn name={name} picture={picture} title={name} text={t('role')} />
          {desk ? (
            <a href="/dashboard" className="link flex min-h-11 items-center text-t1">
              {t('dashboard')}
            </a>
          ) : null}
        </>
      }
    >
      {children}
    </StaffFrame>
  );
}
