import { ticketDownload } from './ticket-download.ts';

/** All tickets of a booking. The address has no file's ending, because the proxy passes those by. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; reference: string }> },
): Promise<Response> {
  const { locale, reference } = await params;
  return ticketDownload(locale, reference, null);
}
