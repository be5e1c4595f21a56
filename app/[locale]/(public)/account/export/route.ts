import { hasLocale } from 'next-intl';
import { exportPerson } from '#lib/accounts/export-person.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';

const NEVER_KEPT = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

/**
 * Everything that is kept about whoever is signed in, as a file: to read, or as JSON. A plain form posts here, so that no
 * link and no page of another site makes one. Whoever is signed out is led back to the page with the form.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale: wanted } = await params;
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  const account = await currentAccount();
  if (!account) {
    const next = getPathname({ href: '/account', locale });
    const location = `${getPathname({ href: '/sign-in', locale })}?${new URLSearchParams({ next })}`;
    return new Response(null, { status: 303, headers: { ...NEVER_KEPT, location } });
  }
  const format = (await request.formData().catch(() => null))?.get('format') === 'html' ? 'html' : 'json';
  try {
    const { filename, contentType, parts } = await exportPerson(account.actor, format, locale);
    return new Response(streamOf(parts), {
      headers: {
        ...NEVER_KEPT,
        'content-type': contentType,
        'content-disposition': `attachment; filename="${filename}"`,
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const location = `${getPathname({ href: '/account', locale })}?export=later#own-data`;
    return new Response(null, { status: 303, headers: { ...NEVER_KEPT, location } });
  }
}

/** Asks for the next part when the reader has room for it, and for no more once they have left. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
