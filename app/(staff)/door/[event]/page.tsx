import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CameraDesk } from '#components/door/camera-desk.tsx';
import { WhichDoor } from '#components/door/which-door.tsx';
import { database } from '#lib/database.ts';
import type { DoorEvent } from '#lib/tickets/door-event.ts';
import { listDoorNames } from '#lib/tickets/list-door-names.ts';
import { formatTime } from '#lib/time.ts';
import { doorPage, doorTitle } from '../door-page.ts';
import { checkInAction, nameDoorAction, undoAction } from './actions.ts';

type Props = {
  params: Promise<{ event: string }>;
  /** `change`: the device has been carried to another door. */
  searchParams: Promise<{ door?: string | string[] }>;
};

export const generateMetadata = (): Promise<Metadata> => doorTitle();

/** What everybody at this door should know before the first guest, or null. */
async function noticeOf({ status, hours, startsAt, timezone }: DoorEvent, locale: string) {
  const t = await getTranslations('door');
  if (status === 'cancelled') return t('noticeCancelled');
  if (hours === 'open') return null;
  return t('noticeOtherDay', { when: formatTime(startsAt, timezone, locale, 'dayTime') });
}

/** The camera of an event's door. */
export default async function DoorPage({ params, searchParams }: Props) {
  const [{ event: slug }, query] = await Promise.all([params, searchParams]);
  const { account, locale, event, progress, door, scanId } = await doorPage(slug, `/door/${slug}`);
  if (door === null || query.door !== undefined) {
    return (
      <WhichDoor
        slug={event.slug}
        title={event.title}
        language={event.language}
        current={door}
        known={await listDoorNames(database(), account.actor, event.id)}
        action={nameDoorAction}
      />
    );
  }
  return (
    <CameraDesk
      slug={event.slug}
      title={event.title}
      language={event.language}
      door={door}
      progress={progress}
      scanId={scanId}
      notice={await noticeOf(event, locale)}
      actions={{ checkIn: checkInAction, undo: undoAction }}
    />
  );
}
