import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { NotAllowed } from '#components/dashboard/not-allowed.tsx';
import { TicketRulesForm } from '#components/dashboard/ticket-rules-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { may } from '#lib/auth/policy.ts';
import { readTicketRules } from '#lib/catalog/read-ticket-rules.ts';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { formatTime, localDateTime, zoneName } from '#lib/time.ts';
import { orNotFound } from '../../../../staff-page.ts';
import { withQuery } from '../../../list-query.ts';
import { organizerPage, organizerTitle } from '../../../organizer-page.ts';
import { editTicketRulesAction } from './actions.ts';

type Props = { params: Promise<{ organizer: string; event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'events');
}

export default async function OrganizerEventPage({ params }: Props) {
  const { organizer: slug, event: eventSlug } = await params;
  const here = `/dashboard/${slug}/events`;
  const { account, locale, organizer, frame, allowed } = await organizerPage(
    slug,
    'events',
    `${here}/${eventSlug}`,
  );
  if (!allowed) {
    return (
      <DashboardFrame {...frame}>
        <NotAllowed organizer={organizer.name} />
      </DashboardFrame>
    );
  }
  const { actor } = account;
  const event = await orNotFound(readTicketRules(database(), actor, organizer.id, eventSlug));
  const t = await getTranslations('ticketRules');
  const at = (instant: Date) =>
    `${formatTime(instant, event.timezone, locale, 'dayTime')} ${zoneName(instant, event.timezone, locale)}`;
  const links = [
    event.status !== 'draft' &&
      !event.takenDown && {
        href: getPathname({ href: { pathname: '/events/[slug]', params: { slug: eventSlug } }, locale }),
        label: t('public'),
      },
    frame.place.sections.includes('bookings') && {
      href: withQuery(`/dashboard/${slug}/bookings`, { event: event.id }),
      label: t('bookings'),
    },
    { href: `/door/${eventSlug}`, label: t('door') },
  ].filter((link) => link !== false);
  return (
    <DashboardFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <a href={here} className="link inline-flex min-h-11 items-center text-15">
          {t('all')}
        </a>
        <h1 className="display-t4 [overflow-wrap:anywhere]">{event.title}</h1>
        <p className="mt-2 text-ink-2">
          {formatTime(event.startsAt, event.timezone, locale, 'longDay')}
          {', '}
          {formatTime(event.startsAt, event.timezone, locale, 'time')}
          {' · '}
          {event.venue ? `${event.venue.name}, ${event.venue.city}` : t('online')}
        </p>
        <ul className="mt-3 flex flex-wrap gap-x-6">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="link flex min-h-11 items-center text-15">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <section aria-labelledby="after-buying" className="mt-8 max-w-[680px]">
          <h2 id="after-buying" className="section-head display-t3">
            {t('title')}
          </h2>
          <p className="mt-1 mb-6 text-ink-2">{t('lead')}</p>
          {may(actor, 'event.edit', { organizerId: organizer.id }) ? (
            <ClientMessages namespaces={['ticketRules']}>
              <TicketRulesForm
                action={editTicketRulesAction}
                organizer={slug}
                event={event.id}
                zone={zoneName(event.startsAt, event.timezone, locale)}
                before={{
                  namesChangeableUntil: event.namesChangeableUntil
                    ? localDateTime(event.namesChangeableUntil, event.timezone).slice(0, 16)
                    : '',
                  transfersAllowed: event.transfersAllowed,
                }}
              />
            </ClientMessages>
          ) : (
            <dl className="rows border-t border-hairline text-15">
              <div className="py-3.5">
                <dt className="font-[560] text-ink-2">{t('namesLabel')}</dt>
                <dd className="mt-1">
                  {event.namesChangeableUntil
                    ? t('untilSet', { until: at(event.namesChangeableUntil) })
                    : t('untilStart', { start: at(event.startsAt) })}
                </dd>
              </div>
              <div className="py-3.5">
                <dt className="font-[560] text-ink-2">{t('transfersLabel')}</dt>
                <dd className="mt-1">{event.transfersAllowed ? t('transfersYes') : t('transfersNo')}</dd>
              </div>
            </dl>
          )}
        </section>
      </main>
    </DashboardFrame>
  );
}
