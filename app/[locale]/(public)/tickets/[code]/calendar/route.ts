import { holderAccess } from '#lib/auth/booking-access.ts';
import { ticketCalendarFile } from '#lib/transfers/ticket-files.ts';
import { download } from '../../download.ts';

/** The calendar file of its event. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; code: string }> },
): Promise<Response> {
  const { code } = await params;
  return download(async () => ticketCalendarFile(code, await holderAccess(code)));
}
