import { messages } from '#lib/i18n/messages.ts';

/** What a reader gets to see of a route. */
export type Outcome =
  /** The page, the file, the answer. */
  | 'shown'
  /** The way to sign in, with the way back. */
  | 'sign_in'
  /** Nothing: as if it did not exist. */
  | 'missing'
  /** A page that says: a member, but not for this. */
  | 'refused'
  /** On to another page, which decides for itself. */
  | 'elsewhere'
  /** An answer that says what was wrong with the call. */
  | 'bad_request';

/** What pages say to members whose role does not reach far enough. */
const REFUSAL = messages.en.dashboard.notAllowed.title;

/** Opens an address as somebody, without following it anywhere. */
export async function openAs(
  origin: string,
  path: string,
  cookie: string | null,
  method: 'GET' | 'POST' = 'GET',
): Promise<Outcome> {
  const response = await fetch(new URL(path, origin), {
    method,
    redirect: 'manual',
    headers: { ...(cookie ? { cookie } : {}), ...(method === 'POST' ? { origin } : {}) },
  });
  const body = await response.text();
  return outcomeOf(response, body);
}

function outcomeOf(response: Response, body: string): Outcome {
  const { status } = response;
  if (status >= 500) throw new Error(`${response.url} broke: ${status}`);
  if (status >= 300 && status < 400) {
    const { pathname } = new URL(response.headers.get('location') ?? '', response.url);
    return /^\/(?:[a-z]{2}\/)?sign-in$/.test(pathname) ? 'sign_in' : 'elsewhere';
  }
  if (status === 404) return 'missing';
  if (status >= 400) return 'bad_request';
  return body.includes(REFUSAL) ? 'refused' : 'shown';
}
