import { bookingAccess } from '#lib/auth/booking-access.ts';
import { bookingCalendarFile } from '#lib/booking/booking-calendar-file.ts';
import { download } from '../../../tickets/download.ts';

/** The calendar file of a booking, for whoever may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  return download(async () => bookingCalendarFile(reference, await bookingAccess(reference)));
}
