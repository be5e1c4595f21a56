import { ticketDownload } from '../ticket-download.ts';

/** One ticket of a booking. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; reference: string; code: string }> },
): Promise<Response> {
  const { locale, reference, code } = await params;
  return ticketDownload(locale, reference, code);
}
