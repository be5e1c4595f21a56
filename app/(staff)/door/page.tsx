import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DoorEvents } from '#components/door/door-events.tsx';
import { mayAnywhere } from '#lib/auth/policy.ts';
import { database } from '#lib/database.ts';
import { listDoorEvents } from '#lib/tickets/list-door-events.ts';
import { staffAccount } from '../staff-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('door');
  return { title: t('title') };
}

/** Which event's door: what is on now, then what comes. */
export default async function DoorsPage() {
  const { account } = await staffAccount('/door');
  if (!mayAnywhere(account.actor, 'door.enter')) notFound();
  const events = await listDoorEvents(database(), account.actor);
  // Whoever works at the door alone has no other desk than their place in the team, where they may leave.
  const office = mayAnywhere(account.actor, 'events.list');
  return (
    <DoorEvents
      name={account.name}
      events={events}
      several={new Set(events.map(({ organizer }) => organizer)).size > 1}
      dashboard={office}
      teams={office ? [] : account.organizers}
    />
  );
}
