import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export type ErasureFacts = {
  needing: readonly { id: string; slug: string; name: string }[];
  leaving: readonly { id: string; name: string }[];
  lastAdmin: boolean;
  tickets: number;
  held: number;
};

const GOES = ['account', 'names', 'mails', 'traces'] as const;
const STAYS = ['books', 'log', 'others', 'backups'] as const;

// messages: privacy.erase.goes.*, privacy.erase.stays.*
/** What deleting an account means for this person, before they do it. */
export function EraseWays({ erasure, stuck }: { erasure: ErasureFacts; stuck: boolean }) {
  const t = useTranslations('privacy.erase');
  const { needing, leaving, lastAdmin, tickets, held } = erasure;
  return (
    <>
      {stuck ? (
        <div className="mb-12 grid max-w-[880px] gap-4">
          {needing.map((organizer) => (
            <Notice
              key={organizer.id}
              kind="warn"
              title={
                <span className="[overflow-wrap:anywhere]">
                  {t('needed.title', { organizer: organizer.name })}
                </span>
              }
            >
              <p>{t('needed.text')}</p>
              <a
                href={`/dashboard/${organizer.slug}/team`}
                className={`${buttonClass({ variant: 'line', size: 'small' })} mt-4`}
              >
                {t('needed.team', { organizer: organizer.name })}
              </a>
            </Notice>
          ))}
          {lastAdmin ? (
            <Notice kind="warn" title={t('lastAdmin.title')}>
              <p>{t('lastAdmin.text')}</p>
            </Notice>
          ) : null}
        </div>
      ) : null}
      <Rows title={t('goes.title')}>
        <List items={GOES.map((one) => t(`goes.${one}`))} />
      </Rows>
      <Rows title={t('stays.title')}>
        <List items={STAYS.map((one) => t(`stays.${one}`))} />
      </Rows>
      <Rows title={t('tickets.title')}>
        <List
          items={[
            ...(tickets > 0 ? [t('tickets.yours', { count: tickets })] : []),
            t('tickets.valid'),
            t('tickets.news'),
            ...(held > 0 ? [t('tickets.held', { count: held })] : []),
            ...(leaving.length > 0
              ? [t('tickets.leaving', { organizers: leaving.map(({ name }) => name).join(', ') })]
              : []),
          ]}
        />
        {tickets > 0 ? (
          <Link href="/bookings" className="link mt-2 inline-flex min-h-11 items-center">
            {t('tickets.save')}
          </Link>
        ) : null}
      </Rows>
    </>
  );
}

function Rows({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-12 grid gap-x-10 gap-y-4 border-t-[1.5px] border-rule pt-4 desk:grid-cols-[280px_minmax(0,1fr)]">
      <h2 className="display-t4">{title}</h2>
      <div className="max-w-[64ch]">{children}</div>
    </section>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="rows border-t border-hairline desk:border-t-0">
      {items.map((item) => (
        <li key={item} className="py-3 desk:first:pt-0.5 [overflow-wrap:anywhere]">
          {item}
        </li>
      ))}
    </ul>
  );
}
