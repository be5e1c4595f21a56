import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listPage, listRows, messagePage, missingPage, REFRESH_SCRIPT, type View } from './inbox-pages.ts';
import { sendHtml } from './respond.ts';
import type { Message, Store, StoredAttachment } from './store.ts';

const SCRIPT_HASH = `'sha256-${createHash('sha256').update(REFRESH_SCRIPT).digest('base64')}'`;
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src ${SCRIPT_HASH}`,
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A mail is somebody else's HTML: no script, no form, an origin of its own; links open outside the frame. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src * data:; frame-ancestors 'self'";

function mailDocument(message: Message): string {
  const base = `/messages/${message.id}/attachments`;
  let html = message.html ?? '';
  for (const [index, attachment] of message.attachments.entries()) {
    if (attachment.contentId) html = html.replaceAll(`cid:${attachment.contentId}`, `${base}/${index}`);
  }
  const target = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + target) : target + html;
}

function sendAttachment(response: ServerResponse, attachment: StoredAttachment): void {
  if (attachment.content === null) {
    response
      .writeHead(404, { 'content-type': 'text/plain' })
      .end('Sent as a link, which is not fetched here.');
    return;
  }
  const inline = attachment.contentId !== null && /^image\/(png|jpeg|gif|webp)$/.test(attachment.contentType);
  const name = encodeURIComponent(attachment.filename);
  response
    .writeHead(200, {
      'content-type': attachment.contentType,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-length': attachment.content.length,
      'x-content-type-options': 'nosniff',
    })
    .end(attachment.content);
}

function viewOf(url: URL): View {
  const wanted = url.searchParams.get('view');
  return wanted === 'text' || wanted === 'headers' || wanted === 'phone' ? wanted : 'html';
}

/** The inbox a person reads the demo's mail in: `/`, `/messages/:id`, its HTML and its attachments. */
export function createInbox(store: Store) {
  return async function handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const search = url.searchParams.get('q')?.trim() ?? '';
    if (url.pathname === '/') {
      const summaries = store.list({ search });
      return sendHtml(response, 200, listPage(summaries, store.count(), search), PAGE_POLICY);
    }
    if (url.pathname === '/rows') {
      const rows = listRows(store.list({ search }), store.count(), search);
      const tag = `"${createHash('sha256').update(rows).digest('base64url').slice(0, 22)}"`;
      response.setHeader('etag', tag);
      response.setHeader('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === tag) {
        response.writeHead(304).end();
        return;
      }
      return sendHtml(response, 200, rows, PAGE_POLICY);
    }
    const [, id = '', part = '', index = ''] =
      /^\/messages\/([^/]+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(url.pathname) ?? [];
    const message = store.message(id);
    if (!message) return sendHtml(response, 404, missingPage(), PAGE_POLICY);
    if (part === 'html') return sendHtml(response, 200, mailDocument(message), MAIL_POLICY);
    if (part === 'attachments') {
      const attachment = message.attachments[Number(index)];
      return attachment
        ? sendAttachment(response, attachment)
        : sendHtml(response, 404, missingPage(), PAGE_POLICY);
    }
    return sendHtml(response, 200, messagePage(message, viewOf(url)), PAGE_POLICY);
  };
}
