import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { NewOrganizerForm } from '#components/organizer/new-organizer-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { countryNames } from '#lib/countries.ts';
import { env } from '#lib/env.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { staffAccount } from '../../staff-page.ts';
import { foundOrganizerAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  await staffAccount('/dashboard/new');
  const t = await getTranslations('organizer.new');
  return { title: t('title') };
}

/** The way in for those who put events on: whoever has an account founds an organizer here. */
export default async function NewOrganizerPage() {
  const { account, locale } = await staffAccount('/dashboard/new');
  const t = await getTranslations('organizer.new');
  return (
    <DashboardFrame account={account} home={getPathname({ href: '/', locale })}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <h1 className="display-t5">{t('title')}</h1>
        <p className="lead mt-3 max-w-[52ch]">{t('lead')}</p>
        <div className="mt-8 grid gap-10 desk:grid-cols-[minmax(0,680px)_minmax(0,348px)] desk:gap-16">
          <ClientMessages namespaces={['organizer']}>
            <NewOrganizerForm
              action={foundOrganizerAction}
              email={account.email}
              site={new URL('/organizers/', env().appUrl).href}
              countries={countryNames(locale)}
            />
          </ClientMessages>
          <section aria-labelledby="after">
            <h2 id="after" className="section-head display-t3">
              {t('after')}
            </h2>
            <ul className="rows mt-3 text-15">
              <li className="py-3">{t('steps.team')}</li>
              <li className="py-3">{t('steps.page')}</li>
              <li className="py-3">{t('steps.events')}</li>
            </ul>
          </section>
        </div>
      </main>
    </DashboardFrame>
  );
}
