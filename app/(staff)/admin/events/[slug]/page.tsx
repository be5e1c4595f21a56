import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeedForm } from '#components/admin/deed-form.tsx';
import { EventState } from '#components/admin/events-table.tsx';
import { Facts } from '#components/admin/facts.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { LogLink } from '#components/admin/log-link.tsx';
import { AdminRecord } from '#components/admin/record.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { lookUpEvent } from '#lib/organizers/look-up-events.ts';
import { formatTime } from '#lib/time.ts';
import type { SearchParams } from '../../../dashboard/list-query.ts';
import { orNotFound } from '../../../staff-page.ts';
import { adminPage, adminTitle, deedWords, doneWords } from '../../admin-page.ts';
import { putBackEventAction, takeDownEventAction } from '../actions.ts';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const generateMetadata = (): Promise<Metadata> => adminTitle('events', '/admin/events');

/** One event: whose it is, whether the public sees it, and taking it off the pages. */
export default async function AdminEventPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { account, frame, locale, when } = await adminPage(
    'events',
    `/admin/events/${encodeURIComponent(slug)}`,
  );
  const event = await orNotFound(lookUpEvent(database(), account.actor, slug));
  const [t, words, done] = await Promise.all([
    getTranslations('admin.events'),
    deedWords(),
    doneWords(await searchParams),
  ]);
  const takenDown = event.takenDownAt !== null;
  const shown = event.status !== 'draft' && !takenDown;
  const hidden = { id: event.id, slug: event.slug };
  return (
    <AdminFrame {...frame}>
      <AdminRecord
        back={{ href: '/admin/events', label: t('title') }}
        title={event.title}
        lang={event.language}
        done={done}
        status={
          <>
            <EventState event={{ status: event.status, takenDown }} />
            {shown ? (
              <a
                href={getPathname({
                  href: { pathname: '/events/[slug]', params: { slug: event.slug } },
                  locale,
                })}
                className="link"
              >
                {t('publicPage')}
              </a>
            ) : null}
            <LogLink on={{ type: 'event', id: event.id }} />
          </>
        }
        deeds={
          <ClientMessages namespaces={['admin']}>
            {takenDown ? (
              <DeedForm
                name="put-back"
                action={putBackEventAction}
                hidden={hidden}
                words={words('putBack')}
              />
            ) : (
              <DeedForm
                name="take-down"
                action={takeDownEventAction}
                hidden={hidden}
                words={words('takeDown')}
                danger
              />
            )}
          </ClientMessages>
        }
      >
        <Facts
          facts={[
            {
              label: t('organizer'),
              value: (
                <a href={`/admin/organizers/${event.organizer.slug}`} className="link">
                  {event.organizer.name}
                </a>
              ),
            },
            { label: t('date'), value: formatTime(event.startsAt, event.timezone, locale, 'fullDayTime') },
            { label: t('tickets'), value: event.tickets },
            { label: t('address'), value: event.slug },
            { label: t('takenDownSince'), value: event.takenDownAt ? when(event.takenDownAt) : null },
            { label: t('why'), value: event.takenDownReason },
          ]}
        />
      </AdminRecord>
    </AdminFrame>
  );
}
