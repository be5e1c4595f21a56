import { bookingAccess } from '#lib/auth/booking-access.ts';
import { bookingCalendarFile } from '#lib/booking/booking-calendar-file.ts';
import { DomainError } from '#lib/errors.ts';

/** The calendar file of a booking, for whoever may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  try {
    const file = await bookingCalendarFile(reference, await bookingAccess(reference));
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
