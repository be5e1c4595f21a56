import { ticketCalendarFile } from '#lib/transfers/ticket-files.ts';
import { ticketDownload } from '../ticket-download.ts';

/** The calendar file of its event. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; code: string }> },
): Promise<Response> {
  const { code } = await params;
  return ticketDownload(code, (access) => ticketCalendarFile(code, access));
}
