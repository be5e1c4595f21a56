import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { DashboardSection, FrameAccount, FramePlace } from '#components/dashboard/frame.tsx';
import { type Action, may } from '#lib/auth/policy.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { findOrganizer } from '#lib/organizers/find-organizer.ts';
import { belongsTo, orNotFound, staffAccount } from '../staff-page.ts';

/** The row of the policy that opens each section, in the order of the rail. */
const openedBy: Record<DashboardSection, Action> = {
  events: 'events.list',
  bookings: 'bookings.list',
  team: 'organizer.read',
  log: 'log.read',
  settings: 'organizer.edit',
};

const isSection = (name: string): name is DashboardSection => Object.hasOwn(openedBy, name);

/** The sections that somebody's role at an organizer reaches. */
function sectionsFor({ actor }: Account, organizerId: string): DashboardSection[] {
  return Object.keys(openedBy)
    .filter(isSection)
    .filter((section) => may(actor, openedBy[section], { organizerId }));
}

type OrganizerPage = {
  account: Account;
  locale: Locale;
  organizer: { id: string; slug: string; name: string };
  /** For the frame around the page. */
  frame: { account: FrameAccount; home: string; place: FramePlace };
  /** Whether the role reaches the section. Where not, the page says so and loads nothing. */
  allowed: boolean;
};

/**
 * Everything that the pages of an organizer begin with: who is signed in, the organizer behind the slug, and the frame.
 * What the page shows is decided by its verbs all the same.
 *
 * @param here the page's own address, to come back to after signing in
 */
export async function organizerPage(
  slug: string,
  section: DashboardSection,
  here: string,
): Promise<OrganizerPage> {
  const { account, locale } = await staffAccount(here);
  const organizer = await orNotFound(findOrganizer(database(), account.actor, slug));
  const membership = account.organizers.find(({ id }) => id === organizer.id);
  const sections = sectionsFor(account, organizer.id);
  return {
    account,
    locale,
    organizer,
    frame: {
      account,
      home: getPathname({ href: '/', locale }),
      place: {
        organizer,
        role: membership?.role ?? 'admin',
        section,
        sections,
        suspended: membership?.suspended ? { reason: organizer.suspendedReason } : null,
      },
    },
    allowed: sections.includes(section),
  };
}

// messages: dashboard.events, dashboard.bookings, dashboard.team, dashboard.log, dashboard.settings
/** The title of an organizer's page, which tells outsiders nothing. */
export async function organizerTitle(slug: string, section: DashboardSection): Promise<Metadata> {
  const { account } = await staffAccount(`/dashboard/${slug}/${section}`);
  const t = await getTranslations('dashboard');
  return { title: belongsTo(account, slug) ? t(section) : t('notFound.title') };
}
