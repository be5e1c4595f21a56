import { redirect } from 'next/navigation';
import { organizerPage } from '../organizer-page.ts';

/** On to what this person's role is for: whoever works at the door alone has no desk here. */
export default async function OrganizerPage({ params }: { params: Promise<{ organizer: string }> }) {
  const { organizer } = await params;
  const { allowed } = await organizerPage(organizer, 'events', `/dashboard/${organizer}`);
  redirect(allowed ? `/dashboard/${organizer}/events` : '/door');
}
