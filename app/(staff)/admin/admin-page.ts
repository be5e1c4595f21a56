import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Messages } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { DeedWords } from '#components/admin/deed-form.tsx';
import type { AdminSection } from '#components/admin/frame.tsx';
import { may } from '#lib/auth/policy.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { formatTime } from '#lib/time.ts';
import { staffAccount } from '../staff-page.ts';

type AdminPage = {
  account: Account;
  locale: Locale;
  /** For the frame around the page. */
  frame: { name: string; picture: Account['picture']; home: string; section: AdminSection; desk: boolean };
  /** An instant in the admin's own zone. */
  when: (instant: Date) => string;
};

/**
 * Everything that a page for admins begins with. For others there is no such page; what it shows is decided by its verbs
 * all the same.
 *
 * @param here the page's own address, to come back to after signing in
 */
export async function adminPage(section: AdminSection, here: string): Promise<AdminPage> {
  const { account, locale } = await staffAccount(here);
  if (!may(account.actor, 'admin.enter')) notFound();
  return {
    account,
    locale,
    frame: {
      name: account.name,
      picture: account.picture,
      home: getPathname({ href: '/', locale }),
      section,
      desk: account.organizers.length > 0,
    },
    when: (instant) => formatTime(instant, account.timezone ?? 'UTC', locale, 'fullDayTime'),
  };
}

// messages: admin.sections.*
/** The title of a section, which tells others nothing. */
export async function adminTitle(section: AdminSection, here: string): Promise<Metadata> {
  const { account } = await staffAccount(here);
  const t = await getTranslations('admin');
  return { title: may(account.actor, 'admin.enter') ? t(`sections.${section}`) : t('nothing') };
}

// messages: admin.done.*
const DONE = [
  'role',
  'suspended',
  'lifted',
  'signed_out',
  'verified',
  'unverified',
  'taken_down',
  'put_back',
  'made',
  'renamed',
  'merged',
  'sent_back',
  'settled',
  'decided',
] as const;

export type Done = (typeof DONE)[number];

/** What a deed that led here says it has done; null for anything else in the address. */
export async function doneWords(query: { done?: string | string[] | undefined }): Promise<string | null> {
  const done = DONE.find((one) => one === query.done);
  return done ? (await getTranslations('admin.done'))(done) : null;
}

// messages: admin.deeds.*
/** The words of what can be done about a thing. */
export async function deedWords(): Promise<(deed: keyof Messages['admin']['deeds']) => DeedWords> {
  const t = await getTranslations('admin.deeds');
  return (deed) => ({ title: t(`${deed}.title`), text: t(`${deed}.text`), submit: t(`${deed}.submit`) });
}
