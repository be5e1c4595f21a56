import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilter } from '#components/audit/audit-filter.tsx';
import { AuditTable } from '#components/audit/audit-table.tsx';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { NotAllowed } from '#components/dashboard/not-allowed.tsx';
import { organizerActions } from '#lib/audit/actions.ts';
import { readAuditSchema } from '#lib/audit/read-audit.schema.ts';
import { readAudit } from '#lib/audit/read-audit.ts';
import { database } from '#lib/database.ts';
import { listMembers } from '#lib/organizers/list-members.ts';
import { zoneName } from '#lib/time.ts';
import { readAuditQuery } from '../../../audit-query.ts';
import { type SearchParams, withQuery } from '../../list-query.ts';
import { organizerPage, organizerTitle } from '../../organizer-page.ts';

type Props = { params: Promise<{ organizer: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'log');
}

export default async function OrganizerLogPage({ params, searchParams }: Props) {
  const [{ organizer: slug }, { filters, words }] = await Promise.all([
    params,
    readAuditQuery(searchParams, readAuditSchema),
  ]);
  const here = `/dashboard/${slug}/log`;
  const { account, locale, organizer, frame, allowed } = await organizerPage(
    slug,
    'log',
    withQuery(here, words),
  );
  if (!allowed) {
    return (
      <DashboardFrame {...frame}>
        <NotAllowed organizer={organizer.name} />
      </DashboardFrame>
    );
  }
  const timezone = account.timezone ?? 'UTC';
  const [{ entries, next }, members, t] = await Promise.all([
    readAudit(database(), account.actor, { organizerId: organizer.id }, filters, { timezone, locale }),
    listMembers(database(), account.actor, organizer.id),
    getTranslations('audit'),
  ]);
  const { after: _after, ...narrowing } = words;
  const narrowed = Object.keys(narrowing).length > 0;
  return (
    <DashboardFrame {...frame}>
      <ListPage
        title={t('title')}
        above={null}
        filter={
          <AuditFilter
            filters={{
              who: words.who ?? '',
              action: words.action ?? '',
              from: words.from ?? '',
              until: words.until ?? '',
            }}
            people={[
              { value: 'team', label: t('filter.team') },
              ...members.map(({ userId, name }) => ({ value: userId, label: name })),
              ...unlisted(words.who, members, entries),
            ]}
            actions={organizerActions}
            clear={narrowed ? here : null}
          />
        }
        empty={entries.length > 0 ? null : t(narrowed ? 'emptyFiltered' : 'empty')}
        older={next ? withQuery(here, { ...words, after: String(next) }) : null}
        newest={words.after ? withQuery(here, narrowing) : null}
      >
        <AuditTable
          entries={entries.map((entry) => ({
            ...entry,
            whoHref: entry.who.id ? withQuery(here, { who: entry.who.id }) : null,
            objectHref: objectHref(slug, entry.object),
          }))}
          timezone={timezone}
        />
        <p className="mt-4 text-t1 text-ink-2">
          {t('kept')} {t('zone', { zone: zoneName(new Date(), timezone, locale) })}
        </p>
      </ListPage>
    </DashboardFrame>
  );
}

type Chosen = { value: string; label: string }[];

/** Whoever the log is narrowed to and is no member (any more): they stay chosen in the list. */
function unlisted(
  who: string | undefined,
  members: readonly { userId: string }[],
  entries: readonly { who: { id: string | null; name: string | null } }[],
): Chosen {
  const name = entries.find((entry) => entry.who.id === who)?.who.name;
  return who && name && !members.some(({ userId }) => userId === who) ? [{ value: who, label: name }] : [];
}

/** Where the dashboard shows what an entry is about. */
function objectHref(slug: string, { type, id, name }: { type: string; id: string; name: string | null }) {
  const bookings = `/dashboard/${slug}/bookings`;
  if (type === 'event') return withQuery(bookings, { event: id });
  if ((type === 'booking' || type === 'payment' || type === 'refund') && name) {
    return withQuery(bookings, { q: name });
  }
  return null;
}
