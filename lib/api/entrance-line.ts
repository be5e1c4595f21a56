import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOf } from '../auth/client-address.ts';
import { inTurn } from '../in-turn.ts';

/**
 * How many guesses and requests for letters Next works on at a time. Each costs a few milliseconds of the loop that
 * serves pages, besides its password; with hundreds under way at once everybody else would wait for them all.
 */
const AT_ONCE = 2;
/** Beyond this many waiting, an honest "busy" is better than a longer line. */
const MOST_WAITING = 1_000;
/** How many from one place may wait. More would wait longer than anybody does. */
const MOST_OF_ONE = 50;
/** How long a turn may last, in milliseconds. Whoever does not take their answer in that time leaves. */
const TURN_WITHIN = 10_000;
/** More than any form of the entrance holds, in bytes, and how long it may take to arrive, in milliseconds. */
const LARGEST = 16 * 1024;
const ARRIVES_WITHIN = 10_000;

/** The pages where somebody comes in, whatever their language: none of them sells anything. */
const ENTRANCE =
  /^\/(?:[a-z]{2}\/)?(?:sign-in|sign-up|forgot-password|reset-password|find-tickets|confirm|change-email|invitation)(?:\/|$)/;

/** True for what is sent to a page where somebody comes in. */
export function knocks({ method }: Pick<IncomingMessage, 'method'>, path: string): boolean {
  return method === 'POST' && (ENTRANCE.test(path) || path.startsWith('/api/auth/'));
}

/**
 * Answers when it is its turn, so that a flood at the entrance leaves those who buy alone. Networks take turns with each
 * other, so that it leaves those alone, too, who come in from anywhere else. A turn begins once the whole
 * form is here: nobody can keep the line by sending slowly.
 *
 * @param answer reads the form and sends the answer
 * @param within how long that may take, in milliseconds, before the connection is cut
 */
export async function queueAtEntrance(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => unknown,
  within = TURN_WITHIN,
): Promise<void> {
  const refuse = (status: number, words: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'text/plain', connection: 'close', ...headers }).end(words);
  };
  // Node gives an answer no connection before those asked for earlier on it were taken, and that may be never.
  if (!response.socket) return refuse(400, 'Send this form once the page before it has been read.');
  if (!isForm(request)) return refuse(415, 'This is no form of this page.');
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!(length <= LARGEST)) return refuse(413, 'This is more than this form may hold.');
  if (!(await hasArrived(request, length))) return refuse(408, 'This form did not arrive in time.');
  const line = { name: 'entrance', atOnce: AT_ONCE, mostWaiting: MOST_WAITING, mostOfOne: MOST_OF_ONE };
  const work = () => turn(request, response, answer, within);
  // `server.ts` has put whom the request comes from there.
  const taken = await inTurn(line, work, siteOf(String(request.headers['x-forwarded-for'])));
  if (!taken) {
    refuse(503, 'Too many are signing in at this moment. Please try again in a few seconds.', {
      'retry-after': '10',
    });
  }
}

/** What a browser sends for a server action, with a script or without, and next-auth's own. Nothing else has a turn. */
const isForm = ({ url, headers }: IncomingMessage) =>
  url?.startsWith('/api/auth/') ||
  headers['next-action'] !== undefined ||
  headers['content-type']?.startsWith('multipart/form-data;');

/** Lasts until the answer is written down, not until it is read: nobody can keep their turn by not reading. */
async function turn(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => unknown,
  within: number,
): Promise<void> {
  // Whoever has left needs no answer.
  if (response.destroyed) return;
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<void>((resolve) => {
    response.once('close', resolve);
    const end = response.end.bind(response);
    response.end = (...given: unknown[]) => {
      resolve();
      Reflect.apply(end, response, given);
      return response;
    };
    timer = setTimeout(() => {
      request.socket.destroy();
      resolve();
    }, within);
  });
  try {
    await Promise.race([ended, Promise.resolve(answer()).then(() => ended)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the body is in memory, and leaves it there to be read. False when it does not come in time. */
function hasArrived(request: IncomingMessage, length: number): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (request.readableLength >= length) end(true);
    };
    const end = (arrived: boolean) => {
      clearTimeout(timer);
      request.off('readable', look);
      request.off('close', leave);
      resolve(arrived);
    };
    const leave = () => end(false);
    const timer = setTimeout(leave, ARRIVES_WITHIN);
    request.on('readable', look);
    request.on('close', leave);
    look();
  });
}
