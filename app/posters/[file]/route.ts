import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { posterFile } from '#lib/posters/poster-file.ts';

/**
 * The poster of an event: `/posters/<slug>.svg`, `.png` or `.og.png`. With its version in the query it may be kept for
 * ever; without, as mails and search engines may remember it, for five minutes.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  try {
    const { content, contentType, version } = await posterFile(database(), file);
    const asked = new URL(request.url).searchParams.get('v');
    const headers = {
      'content-type': contentType,
      'cache-control':
        asked === version
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=300, stale-while-revalidate=86400',
      // Weak: packed on the way it has other bytes.
      etag: `W/"${version}"`,
      // Opened by itself an SVG is a document; this one runs and loads nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    };
    if (request.headers.get('if-none-match')?.includes(`"${version}"`))
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(content), { headers });
  } catch (error) {
    if (error instanceof DomainError) {
      if (error.code === 'busy') {
        return new Response('Too many at once', {
          status: 503,
          headers: { 'cache-control': 'no-store', 'retry-after': '5' },
        });
      }
      return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
    }
    throw error;
  }
}
