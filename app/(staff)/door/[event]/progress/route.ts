import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { findDoorEvent } from '#lib/tickets/door-event.ts';
import { doorProgress } from '#lib/tickets/door-progress.ts';
import { senderOf } from '../../../sender.ts';

/** How many are in. Every device of a door asks now and then, for what the others have done. */
export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const slug = (await params).event;
  const { account } = await senderOf(`/door/${slug}`);
  try {
    const { id } = await findDoorEvent(database(), account.actor, slug);
    return Response.json(await doorProgress(database(), account.actor, id), {
      headers: { 'cache-control': 'private, no-store' },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: error.status });
    throw error;
  }
}
