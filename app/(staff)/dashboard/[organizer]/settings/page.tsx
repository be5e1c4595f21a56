import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { NotAllowed } from '#components/dashboard/not-allowed.tsx';
import { SettingsForm } from '#components/organizer/settings-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { Status } from '#components/ui/status.tsx';
import { countryNames } from '#lib/countries.ts';
import { database } from '#lib/database.ts';
import { env } from '#lib/env.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { readOrganizer } from '#lib/organizers/read-organizer.ts';
import { formatTime } from '#lib/time.ts';
import { organizerPage, organizerTitle } from '../../organizer-page.ts';
import { editOrganizerAction } from './actions.ts';

type Props = { params: Promise<{ organizer: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'settings');
}

export default async function OrganizerSettingsPage({ params }: Props) {
  const { organizer: slug } = await params;
  const here = `/dashboard/${slug}/settings`;
  const { account, locale, organizer, frame, allowed } = await organizerPage(slug, 'settings', here);
  if (!allowed) {
    return (
      <DashboardFrame {...frame}>
        <NotAllowed organizer={organizer.name} />
      </DashboardFrame>
    );
  }
  const t = await getTranslations('organizer.settings');
  const { createdAt, verifiedAt, ...before } = await readOrganizer(database(), account.actor, organizer.id);
  const page = getPathname({ href: { pathname: '/organizers/[slug]', params: { slug } }, locale });
  return (
    <DashboardFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <h1 className="display-t4">{t('title')}</h1>
        <p className="mt-2 max-w-[60ch] text-ink-2">{t('lead', { organizer: organizer.name })}</p>
        <div className="mt-8 grid gap-10 desk:grid-cols-[minmax(0,680px)_minmax(0,348px)] desk:gap-16">
          <ClientMessages namespaces={['organizer']}>
            <SettingsForm
              action={editOrganizerAction}
              slug={slug}
              before={before}
              countries={countryNames(locale)}
            />
          </ClientMessages>
          <dl className="rows border-t-[1.5px] border-rule text-15 desk:self-start">
            <Fact label={t('address')}>
              <a href={page} className="link [overflow-wrap:anywhere]">
                {new URL(page, env().appUrl).href}
              </a>
              <p className="mt-1 text-t1 text-ink-2">{t('addressHint')}</p>
            </Fact>
            <Fact label={t('since')}>
              {formatTime(createdAt, account.timezone ?? 'UTC', locale, 'date')}
              <p className="mt-1">
                <Status shape={verifiedAt ? 'circle' : 'half'} tone={verifiedAt ? 'ok' : 'mute'}>
                  {verifiedAt ? t('verified') : t('notVerified')}
                </Status>
              </p>
              <p className="mt-1 text-t1 text-ink-2">{t('verifiedHint')}</p>
            </Fact>
          </dl>
        </div>
      </main>
    </DashboardFrame>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="py-3.5">
      <dt className="font-[560] text-ink-2">{label}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  );
}
