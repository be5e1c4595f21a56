import { database } from '#lib/database.ts';
import { findPicture } from '#lib/media/find-picture.ts';

/**
 * A picture of somebody: `/pictures/<id>-<size>.webp`. Whoever has the address sees it, and it stands only on pages of
 * those who may. The browser keeps it for a month without asking; nothing between does, because it may be removed.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const picture = await findPicture(database(), (await params).file);
  if (!picture) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.contentType,
      'cache-control': 'private, max-age=2592000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}
