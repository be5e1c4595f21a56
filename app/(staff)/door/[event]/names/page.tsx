import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NameDesk } from '#components/door/name-desk.tsx';
import { database } from '#lib/database.ts';
import { searchDoorList } from '#lib/tickets/search-door-list.ts';
import { formatTime } from '#lib/time.ts';
import { doorPage, doorTitle } from '../../door-page.ts';
import { checkInAction, undoAction } from '../actions.ts';

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export const generateMetadata = (): Promise<Metadata> => doorTitle();

/** Who comes, by name. */
export default async function DoorNamesPage({ params, searchParams }: Props) {
  const [{ event: slug }, query] = await Promise.all([params, searchParams]);
  const words = [query.q].flat()[0]?.trim().slice(0, 100) ?? '';
  const here = `/door/${slug}/names`;
  const { account, locale, event, progress, door, scanId } = await doorPage(slug, here);
  if (door === null) redirect(`/door/${slug}`);
  const { entries, more } = await searchDoorList(database(), account.actor, event.id, words);
  return (
    <NameDesk
      slug={event.slug}
      title={event.title}
      language={event.language}
      door={door}
      progress={progress}
      scanId={scanId}
      words={words}
      rows={entries.map(({ attendeeName, checkIn, ...entry }) => ({
        ...entry,
        name: attendeeName,
        checkIn: checkIn && { ...checkIn, at: formatTime(checkIn.at, event.timezone, locale, 'time') },
      }))}
      more={more}
      actions={{ checkIn: checkInAction, undo: undoAction }}
    />
  );
}
