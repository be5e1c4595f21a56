import { headers } from 'next/headers';
import { countTicketFile } from '#lib/auth/buying-limits.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { DomainError } from '#lib/errors.ts';

type File = { filename: string; content: Buffer; contentType: string };

/**
 * Answers with a file of tickets or a calendar entry, for whoever may have it. Nobody keeps it on the way, nor that it
 * is not there.
 */
export async function download(make: () => Promise<File>): Promise<Response> {
  try {
    await countTicketFile(addressFrom(await headers()));
    const file = await make();
    return new Response(new Uint8Array(file.content), {
      headers: {
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.filename}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const later = error.code === 'busy' || error.code === 'too_many_tries';
    return new Response(later ? 'Busy. Please try again in a minute.' : 'Not found', {
      status: later ? error.status : 404,
      headers: { 'cache-control': 'private, no-store', ...(later && { 'retry-after': '60' }) },
    });
  }
}
