import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatTime } from '#lib/time.ts';
import { Table } from '../ui/table.tsx';
import { useActionWords } from './action-words.ts';
import { AuditChange, type ShownChange } from './audit-change.tsx';
import { wordFor } from './word-for.ts';

export type ShownEntry = {
  id: number;
  at: Date;
  who: { kind: 'user' | 'guest' | 'system' | 'stripe'; name: string | null };
  /** Where the log is narrowed to what this person did; null for whoever is no person. */
  whoHref: string | null;
  /** Whose business it was, for logs of more than one organizer. */
  organizer: { name: string } | null;
  action: string;
  object: { type: string; name: string | null };
  /** Where the object itself can be looked at. */
  objectHref: string | null;
  changes: readonly ShownChange[];
  address: string | null;
};

/**
 * What was done, a row a deed: when, who, what, what it was before, on what, and from where.
 *
 * @param organizers whether each row says whose business it was
 */
export function AuditTable({
  entries,
  timezone,
  organizers = false,
}: {
  entries: readonly ShownEntry[];
  timezone: string;
  organizers?: boolean;
}) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const say = useActionWords();
  return (
    <Table
      caption={t('what')}
      columns={[
        { key: 'when', label: t('when') },
        { key: 'who', label: t('who') },
        { key: 'what', label: t('deed'), from: 'tablet' },
        { key: 'change', label: t('change'), from: 'tablet' },
        { key: 'on', label: t('on'), from: 'desk' },
        { key: 'from', label: t('from'), from: 'desk' },
      ]}
      rows={entries.map((entry) => {
        const changes = entry.changes.map((change) => <AuditChange key={change.field} change={change} />);
        return {
          key: String(entry.id),
          cells: {
            when: (
              <time
                dateTime={entry.at.toISOString()}
                className="block w-[92px] text-ink-2 tablet:w-auto tablet:whitespace-nowrap"
              >
                {formatTime(entry.at, timezone, locale, 'stamp')}
              </time>
            ),
            who: (
              <>
                <AuditWho who={entry.who} href={entry.whoHref} />
                {organizers && entry.organizer ? (
                  <span className="block text-ink-2 [overflow-wrap:anywhere]">{entry.organizer.name}</span>
                ) : null}
                <span className="block tablet:hidden">{say(entry.action)}</span>
                <span className="block tablet:hidden">{changes}</span>
                <span className="block desk:hidden">
                  <EntryObject entry={entry} />
                </span>
                {entry.address ? <span className="block text-ink-2 desk:hidden">{entry.address}</span> : null}
              </>
            ),
            what: say(entry.action),
            change: changes,
            on: <EntryObject entry={entry} />,
            from: entry.address ? (
              <span className="text-ink-2 [overflow-wrap:anywhere]">{entry.address}</span>
            ) : null,
          },
        };
      })}
    />
  );
}

// messages: audit.actor.*
function AuditWho({ who, href }: { who: ShownEntry['who']; href: string | null }) {
  const t = useTranslations('audit');
  const name: ReactNode =
    who.kind === 'user' ? (
      (who.name ?? t('actor.gone'))
    ) : (
      <span className="text-ink-2">{t(`actor.${who.kind}`)}</span>
    );
  if (!href) return <span className="block font-[620] [overflow-wrap:anywhere]">{name}</span>;
  return (
    <a
      href={href}
      title={t('filter.only', { name: who.name ?? t('actor.gone') })}
      className="block font-[620] [overflow-wrap:anywhere] hover:underline"
    >
      {name}
    </a>
  );
}

// messages: audit.object.*
function EntryObject({ entry: { object, objectHref } }: { entry: ShownEntry }) {
  const t = useTranslations('audit');
  const { audit } = useMessages();
  const { type, name } = object;
  return (
    <span className="[overflow-wrap:anywhere]">
      <span className="text-ink-2">{wordFor(audit.object, type) ?? type} </span>
      {objectHref && name ? (
        <a href={objectHref} className="hover:underline">
          {name}
        </a>
      ) : (
        (name ?? <span className="text-ink-2">{t('gone')}</span>)
      )}
    </span>
  );
}
