import { hasLocale } from 'next-intl';
import { pictureProblem } from '#app/picture-problem.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';

/**
 * Answers a form about one's picture: back to the page it stands on, which says what came of it. A script asks for JSON and
 * gets `next`, where to go, or `problem`, in words, so that it can stay where it is.
 */
export async function answerForm(
  request: Request,
  done: 'changed' | 'removed',
  act: (actor: UserActor) => Promise<void>,
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const wanted = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  const asksForJson = request.headers.get('accept') === 'application/json';
  const leadTo = (location: string) =>
    asksForJson
      ? Response.json({ next: location })
      : new Response(null, { status: 303, headers: { location } });
  const page = getPathname({ href: '/account', locale });
  const account = await currentAccount();
  if (!account) {
    const query = new URLSearchParams({ next: page });
    return leadTo(`${getPathname({ href: '/sign-in', locale })}?${query}`);
  }
  try {
    await act(account.actor);
    return leadTo(`${page}?picture=${done}#picture`);
  } catch (error) {
    const problem = error instanceof DomainError ? await pictureProblem(error.code, locale) : null;
    if (!(error instanceof DomainError) || problem === null) throw error;
    if (asksForJson) return Response.json({ problem }, { status: error.status });
    return leadTo(`${page}?picture=${error.code}#picture`);
  }
}
