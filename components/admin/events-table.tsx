import { useTranslations } from 'next-intl';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';

type EventStatus = 'draft' | 'published' | 'postponed' | 'cancelled';

type Row = {
  id: string;
  href: string;
  title: string;
  language: string;
  organizer: { name: string };
  /** Written out, in the event's zone. */
  date: string;
  tickets: number;
  status: EventStatus;
  takenDown: boolean;
};

/** Events of every organizer, a line each. */
export function EventsTable({ events }: { events: readonly Row[] }) {
  const t = useTranslations('admin.events');
  return (
    <Table
      caption={t('title')}
      columns={[
        { key: 'event', label: t('event') },
        { key: 'date', label: t('date'), from: 'tablet' },
        { key: 'tickets', label: t('tickets'), number: true, from: 'tablet' },
        { key: 'state', label: t('state') },
      ]}
      rows={events.map((event) => ({
        key: event.id,
        cells: {
          event: (
            <>
              <a
                href={event.href}
                lang={event.language}
                className="font-[620] [overflow-wrap:anywhere] hover:underline"
              >
                {event.title}
              </a>
              <span className="block text-ink-2 tablet:hidden">{event.date}</span>
              <span className="block text-ink-2 [overflow-wrap:anywhere]">{event.organizer.name}</span>
            </>
          ),
          date: <span className="whitespace-nowrap">{event.date}</span>,
          tickets: event.tickets,
          state: <EventState event={event} />,
        },
      }))}
    />
  );
}

const looks = {
  draft: { shape: 'bar', tone: 'mute' },
  published: { shape: 'circle', tone: 'ok' },
  postponed: { shape: 'diamond', tone: 'warn' },
  cancelled: { shape: 'cross', tone: 'bad' },
  taken_down: { shape: 'cross', tone: 'bad' },
} as const;

// messages: admin.events.kinds.*
/** Whether the public sees an event. */
export function EventState({
  event: { status, takenDown },
}: {
  event: { status: EventStatus; takenDown: boolean };
}) {
  const t = useTranslations('admin.events.kinds');
  const kind = takenDown ? 'taken_down' : status;
  return <Status {...looks[kind]}>{t(kind)}</Status>;
}
