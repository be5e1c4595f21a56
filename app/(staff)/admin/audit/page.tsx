import type { Metadata } from 'next';
import { getMessages, getTranslations } from 'next-intl/server';
import { AdminFrame } from '#components/admin/frame.tsx';
import { AuditFilter } from '#components/audit/audit-filter.tsx';
import { AuditTable } from '#components/audit/audit-table.tsx';
import { wordFor } from '#components/audit/word-for.ts';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { listAccounts } from '#lib/accounts/list-accounts.ts';
import { auditActions } from '#lib/audit/actions.ts';
import { readPlatformAuditSchema } from '#lib/audit/read-audit.schema.ts';
import { type AuditRow, readAudit } from '#lib/audit/read-audit.ts';
import { database } from '#lib/database.ts';
import { zoneName } from '#lib/time.ts';
import { readAuditQuery } from '../../audit-query.ts';
import { type SearchParams, withQuery } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';

const HERE = '/admin/audit';

export const generateMetadata = (): Promise<Metadata> => adminTitle('audit', HERE);

// messages: audit.object.*
/** Who did what on the whole platform, to what, what it was before, and from where. */
export default async function AdminAuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { filters, words } = await readAuditQuery(searchParams, readPlatformAuditSchema);
  const { account, frame, locale } = await adminPage('audit', withQuery(HERE, words));
  const timezone = account.timezone ?? 'UTC';
  const [{ entries, next, narrowing }, { accounts: admins }, t, { audit }] = await Promise.all([
    readAudit(database(), account.actor, 'platform', filters, { timezone, locale }),
    listAccounts(database(), account.actor, { kind: 'admin' }),
    getTranslations('audit'),
    getMessages(),
  ]);
  const { after: _after, ...narrowed } = words;
  const { on = '', ...wider } = narrowed;
  const kind = on.split('.')[0] ?? '';
  return (
    <AdminFrame {...frame}>
      <ListPage
        title={t('title')}
        filter={
          <>
            <AuditFilter
              words={words.q ?? ''}
              filters={{
                who: words.who ?? '',
                action: words.action ?? '',
                from: words.from ?? '',
                until: words.until ?? '',
              }}
              people={[
                ...admins.map(({ id, name }) => ({ value: id, label: name })),
                // Whoever the log is narrowed to stays chosen in the list.
                ...(words.who?.includes('-') && !admins.some(({ id }) => id === words.who)
                  ? [{ value: words.who, label: narrowing.who ?? t('actor.gone') }]
                  : []),
              ]}
              actions={auditActions}
              hidden={on ? { on } : {}}
              clear={Object.keys(narrowed).length > 0 ? HERE : null}
            />
            {on ? (
              <p className="mt-3 flex flex-wrap items-center gap-x-4 text-15">
                <span className="font-[620] [overflow-wrap:anywhere]">
                  {t('filter.about', {
                    what: `${wordFor(audit.object, kind) ?? kind} ${narrowing.on ?? t('gone')}`,
                  })}
                </span>
                <a href={withQuery(HERE, wider)} className="link flex min-h-11 items-center">
                  {t('filter.wider')}
                </a>
              </p>
            ) : null}
          </>
        }
        empty={entries.length > 0 ? null : t(Object.keys(narrowed).length > 0 ? 'emptyFiltered' : 'empty')}
        older={next ? withQuery(HERE, { ...words, after: String(next) }) : null}
        newest={words.after ? withQuery(HERE, narrowed) : null}
      >
        <AuditTable
          entries={entries.map((entry) => ({
            ...entry,
            whoHref: entry.who.id ? withQuery(HERE, { who: entry.who.id }) : null,
            objectHref: objectHref(entry.object),
          }))}
          timezone={timezone}
          organizers
        />
        <p className="mt-4 text-t1 text-ink-2">
          {t('kept')} {t('zone', { zone: zoneName(new Date(), timezone, locale) })}
        </p>
      </ListPage>
    </AdminFrame>
  );
}

/** Where the administration shows what an entry is about. */
function objectHref({ type, id, name, slug }: AuditRow['object']): string | null {
  switch (type) {
    case 'booking':
    case 'payment':
    case 'refund':
      return name && `/admin/bookings/${name}`;
    case 'event':
      return slug && `/admin/events/${slug}`;
    case 'organizer':
      return slug && `/admin/organizers/${slug}`;
    case 'user':
      return `/admin/users/${id}`;
    case 'category':
      return '/admin/categories';
    default:
      return null;
  }
}
