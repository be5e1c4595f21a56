import { useTranslations } from 'next-intl';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';

type Row = {
  id: string;
  href: string;
  name: string;
  email: string;
  country: string;
  verified: boolean;
  suspended: boolean;
  upcoming: number;
  members: number;
  /** Written out. */
  since: string;
};

/** Organizers, a line each. */
export function OrganizersTable({ organizers }: { organizers: readonly Row[] }) {
  const t = useTranslations('admin.organizers');
  return (
    <Table
      caption={t('title')}
      columns={[
        { key: 'name', label: t('name') },
        { key: 'upcoming', label: t('upcoming'), number: true, from: 'tablet' },
        { key: 'members', label: t('members'), number: true, from: 'tablet' },
        { key: 'since', label: t('since'), from: 'desk' },
        { key: 'state', label: t('state') },
      ]}
      rows={organizers.map((one) => ({
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
          upcoming: one.upcoming,
          members: one.members,
          since: <span className="whitespace-nowrap">{one.since}</span>,
          state: <OrganizerState organizer={one} />,
        },
      }))}
    />
  );
}

/** Whether an organizer sells, and whether somebody has looked who it is. */
export function OrganizerState({
  organizer: { verified, suspended },
}: {
  organizer: { verified: boolean; suspended: boolean };
}) {
  const t = useTranslations('admin.organizers');
  if (suspended) {
    return (
      <Status shape="cross" tone="bad">
        {t('suspended')}
      </Status>
    );
  }
  return verified ? (
    <Status shape="circle" tone="ok">
      {t('verified')}
    </Status>
  ) : (
    <Status shape="half" tone="mute">
      {t('unverified')}
    </Status>
  );
}
