import type { ServerResponse } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { routing } from '../i18n/routing.ts';

/*
 * A page that shows something is painted before its scripts are fetched. Next writes them as async, so that on a slow
 * line they share it with the poster and the type that somebody came for, and take a second of it. Nothing on such a
 * page needs them to be read, followed or sent (forms are forms), so their tags are kept back in the answer, and a few
 * lines of ours fetch them once the page has loaded, or sooner when it is touched. Until they run, the same lines turn the
 * keys beside a number field (`data-step`), so that no press is lost; `data-awake` on the form says that they have taken over.
 */

const languages = routing.locales.filter((locale) => locale !== routing.defaultLocale).join('|');
const SHOWN = new RegExp(`^(?:/(?:${languages}))?/?(?:(?:events|venues|organizers)(?:/[^/]+)?)?$`);

/** True for the pages that are there to be looked at: home, list, event, venue, organizer, in every language. */
export const showsOnly = (path: string): boolean => SHOWN.test(path);

/** Everything that is to wait. A script for browsers without modules is fetched by none of today's. */
const SCRIPT = /<script (?![^>]*noModule)([^>]*?)src="(\/_next\/static\/[^"]+)"([^>]*)>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

/** What fetches the scripts. It runs in the page, so it is written for a browser, and stands in its policy by the nonce. */
const LOADER = `(()=>{let done;const go=()=>{if(done)return;done=1;for(const kept of document.querySelectorAll("script[data-later]")){const script=document.createElement("script");script.src=kept.dataset.later;script.async=true;script.nonce=kept.nonce;if(kept.id)script.id=kept.id;kept.replaceWith(script)}};addEventListener("load",()=>setTimeout(go));for(const touch of["pointerdown","keydown","submit"])addEventListener(touch,go,{capture:true,once:true,passive:true});addEventListener("DOMContentLoaded",()=>setTimeout(go,5000));addEventListener("click",({target})=>{const key=target.closest?.("[data-step]");if(!key||key.closest("[data-awake]"))return;const field=key.parentNode.querySelector("input");const now=+field.value,least=+field.dataset.least;field.value=key.dataset.step==="up"?Math.min(field.max,Math.max(least,now+1)):now<=least?0:now-1;key.parentNode.firstChild.ariaDisabled=String(field.value<1)})})()`;

/** Rewrites HTML as it comes, in whatever pieces. */
export function scriptDelayer(nonce: string | null): { push: (piece: string) => string; end: () => string } {
  let rest = '';
  const loader = `<script${nonce === null ? '' : ` nonce="${nonce}"`}>${LOADER}</script></head>`;
  const rewrite = (html: string) =>
    html
      .replace(SCRIPT, '<script type="text/plain" $1data-later="$2"$3>')
      .replace(PRELOAD, '')
      .replace('</head>', () => loader);
  return {
    push: (piece) => {
      const html = rest + piece;
      // A tag that has begun and not ended waits for its end.
      const open = html.lastIndexOf('<');
      const whole = open === -1 || html.indexOf('>', open) !== -1 ? html.length : open;
      rest = html.slice(whole);
      return rewrite(html.slice(0, whole));
    },
    end: () => rewrite(rest),
  };
}

const isCallback = (one: unknown): one is () => void => typeof one === 'function';

/** Has an answer keep its scripts back, if it turns out to be a page. Call it before anything is written. */
export function delayScripts(response: ServerResponse): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const decoder = new StringDecoder('utf8');
  let delayer: ReturnType<typeof scriptDelayer> | null | undefined;

  const begin = () => {
    if (delayer !== undefined) return delayer;
    const html = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    const nonce = /'nonce-([^']+)'/.exec(String(response.getHeader('content-security-policy') ?? ''));
    delayer = html ? scriptDelayer(nonce?.[1] ?? null) : null;
    if (delayer && !response.headersSent) response.removeHeader('content-length');
    return delayer;
  };
  const textOf = (chunk: string | Uint8Array) =>
    typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));

  response.write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    const done = more.find(isCallback);
    const page = begin();
    return write(page ? page.push(textOf(chunk)) : chunk, done);
  };
  response.end = (...given: unknown[]): ServerResponse => {
    const done = given.find(isCallback);
    const [chunk] = given;
    const last = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : undefined;
    const page = begin();
    if (!page) return last === undefined ? end(done) : end(last, done);
    return end(
      (last === undefined ? '' : page.push(textOf(last))) + page.push(decoder.end()) + page.end(),
      done,
    );
  };
}
