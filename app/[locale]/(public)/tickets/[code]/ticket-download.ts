import { holderAccess } from '#lib/auth/booking-access.ts';
import { DomainError } from '#lib/errors.ts';
import type { HolderAccess } from '#lib/transfers/holder-access.ts';

type File = { filename: string; content: Buffer; contentType: string };

/** Answers with a file of a ticket that was handed on, for whoever has it. */
export async function ticketDownload(
  code: string,
  make: (access: HolderAccess) => Promise<File>,
): Promise<Response> {
  try {
    const file = await make(await holderAccess(code));
    return new Response(new Uint8Array(file.content), {
      headers: {
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.filename}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response('Not found', { status: 404 });
    throw error;
  }
}
