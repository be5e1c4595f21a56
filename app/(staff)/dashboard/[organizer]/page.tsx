import { redirect } from 'next/navigation';
import { organizerPage } from '../organizer-page.ts';

/** On to what this person's role is for. */
export default async function OrganizerPage({ params }: { params: Promise<{ organizer: string }> }) {
  const { organizer } = await params;
  const { frame } = await organizerPage(organizer, 'events', `/dashboard/${organizer}`);
  redirect(`/dashboard/${organizer}/${frame.place.sections[0] ?? 'events'}`);
}
