import { useTranslations } from 'next-intl';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';

type Row = {
  id: string;
  href: string;
  name: string;
  email: string;
  role: 'attendee' | 'admin';
  organizers: readonly string[];
  bookings: number;
  /** Written out; null for somebody who was never signed in. */
  lastSeen: string | null;
  suspended: boolean;
  confirmed: boolean;
};

/** People with an account, a line each. */
export function AccountsTable({ accounts }: { accounts: readonly Row[] }) {
  const t = useTranslations('admin.users');
  return (
    <Table
      caption={t('title')}
      columns={[
        { key: 'name', label: t('name') },
        { key: 'role', label: t('role'), from: 'tablet' },
        { key: 'bookings', label: t('bookings'), number: true, from: 'tablet' },
        { key: 'seen', label: t('lastSeen'), from: 'desk' },
        { key: 'state', label: t('state') },
      ]}
      rows={accounts.map((one) => ({
        key: one.id,
        cells: {
          name: (
            <>
              <a href={one.href} className="font-[620] [overflow-wrap:anywhere] hover:underline">
                {one.name}
              </a>
              <span className="block text-ink-2 [overflow-wrap:anywhere]">{one.email}</span>
            </>
          ),
          role: (
            <>
              {one.role === 'admin' ? <span className="block font-[620]">{t('admin')}</span> : null}
              {one.organizers.length > 0 ? (
                <span className="[overflow-wrap:anywhere]">{one.organizers.join(', ')}</span>
              ) : null}
              {one.role === 'attendee' && one.organizers.length === 0 ? t('attendee') : null}
            </>
          ),
          bookings: one.bookings,
          seen: <span className="whitespace-nowrap">{one.lastSeen ?? t('never')}</span>,
          state: <AccountState account={one} />,
        },
      }))}
    />
  );
}

/** Whether somebody can sign in. */
export function AccountState({
  account: { suspended, confirmed },
}: {
  account: { suspended: boolean; confirmed: boolean };
}) {
  const t = useTranslations('admin.users');
  if (suspended) {
    return (
      <Status shape="cross" tone="bad">
        {t('suspended')}
      </Status>
    );
  }
  return confirmed ? (
    <Status shape="circle" tone="ok">
      {t('active')}
    </Status>
  ) : (
    <Status shape="diamond" tone="warn">
      {t('unconfirmed')}
    </Status>
  );
}
