import { INBOX_STYLE } from './inbox-style.ts';
import type { Message, MessageSummary } from './store.ts';

export type View = 'html' | 'phone' | 'text' | 'headers';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Asks for the list every two seconds and touches the page only when something is new. */
export const REFRESH_SCRIPT = `
(function () {
  var list = document.getElementById('list');
  var tag = '';
  function ask() {
    if (document.hidden) return;
    fetch('/rows' + location.search, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' })
      .then(function (answer) {
        if (answer.status !== 200) return;
        var first = tag === '';
        tag = answer.headers.get('etag') || '';
        return answer.text().then(function (html) {
          if (!first || html.trim() !== list.innerHTML.trim()) list.innerHTML = html;
        });
      })
      .catch(function () {});
  }
  setInterval(ask, 2000);
  document.addEventListener('visibilitychange', ask);
})();
`;

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">${head}<style>${INBOX_STYLE}</style></head><body>${body}</body></html>`;
}

function time(receivedAt: number): string {
  const iso = new Date(receivedAt).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

/** The part of the list that is asked for again. */
export function listRows(summaries: MessageSummary[], total: number, search: string): string {
  if (total === 0) {
    return '<div class="empty"><h2>No mail yet</h2><p>Buy a ticket and its confirmation arrives here within a second or two.</p></div>';
  }
  if (summaries.length === 0) {
    return `<div class="empty"><h2>Nothing matches “${escapeHtml(search)}”</h2><p><a href="/">Show all ${total}</a></p></div>`;
  }
  const rows = summaries.map((message) => {
    const files = message.attachmentCount === 1 ? '1 file' : `${message.attachmentCount} files`;
    return `<li><a href="/messages/${message.id}"><span class="to">${escapeHtml(message.to.join(', '))}</span>
<span class="subject">${escapeHtml(message.subject)}</span>
<span class="meta">${time(message.receivedAt)}${message.attachmentCount > 0 ? ` · ${files}` : ''}</span></a></li>`;
  });
  const shown = summaries.length < total ? `${summaries.length} of ${total}` : String(total);
  return `<p class="count">${shown} ${total === 1 ? 'message' : 'messages'}</p><ol>${rows.join('')}</ol>`;
}

export function listPage(summaries: MessageSummary[], total: number, search: string): string {
  const body = `<header><h1><a href="/">Inbox</a></h1><p>Every mail the sandbox would have sent. None leaves this machine.</p>
<form action="/" role="search"><label for="q">Recipient or subject</label><div><input id="q" name="q" type="search" value="${escapeHtml(search)}" autocomplete="off"><button>Search</button></div></form></header>
<main id="list">${listRows(summaries, total, search)}</main><script>${REFRESH_SCRIPT}</script>`;
  return page('Inbox', body, '<noscript><meta http-equiv="refresh" content="5"></noscript>');
}

function row(name: string, value: string): string {
  return value === '' ? '' : `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`;
}

function headersTable(message: Message): string {
  const own = Object.entries(message.headers).map(([name, value]) => row(name, value));
  return `<div class="scroll"><table>${row('From', message.from)}${row('To', message.to.join(', '))}${row('Cc', message.cc.join(', '))}
${row('Bcc', message.bcc.join(', '))}${row('Reply-To', message.replyTo.join(', '))}${row('Subject', message.subject)}
${row('Date', new Date(message.receivedAt).toUTCString())}${own.join('')}${row('Tags', message.tags.map((tag) => `${tag.name}=${tag.value}`).join(', '))}
${row('Id', message.id)}${row('Idempotency-Key', message.idempotencyKey ?? '')}${row('Sent by', message.batch ? 'batch call' : 'single call')}</table></div>`;
}

function attachmentList(message: Message): string {
  if (message.attachments.length === 0) return '';
  const items = message.attachments.map((attachment, index) => {
    const size = attachment.content
      ? `${Math.max(1, Math.round(attachment.content.length / 1024))} kB`
      : 'link';
    const href = attachment.content
      ? `/messages/${message.id}/attachments/${index}`
      : (attachment.path ?? '#');
    const where = attachment.contentId ? ', shown inside' : '';
    return `<li><a href="${escapeHtml(href)}" download="${escapeHtml(attachment.filename)}">${escapeHtml(attachment.filename)}</a> <span class="meta">${escapeHtml(attachment.contentType)}, ${size}${where}</span></li>`;
  });
  return `<section class="files"><h2>Attachments</h2><ul>${items.join('')}</ul></section>`;
}

function content(message: Message, view: View): string {
  if (view === 'headers') return headersTable(message);
  if (view === 'text')
    return message.text ? `<pre>${escapeHtml(message.text)}</pre>` : '<p>No plain text part.</p>';
  if (!message.html) return '<p>No HTML part.</p>';
  return `<iframe class="${view}" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/html"></iframe>`;
}

export function messagePage(message: Message, view: View): string {
  const tab = (name: View, label: string) =>
    `<a href="/messages/${message.id}${name === 'html' ? '' : `?view=${name}`}"${view === name ? ' aria-current="page"' : ''}${name === 'phone' ? ' class="wide"' : ''}>${label}</a>`;
  const body = `<header><p><a href="/">All messages</a></p><h1>${escapeHtml(message.subject)}</h1>
<p class="meta">To ${escapeHtml(message.to.join(', '))}<br>From ${escapeHtml(message.from)}${message.replyTo.length > 0 ? `<br>Reply to ${escapeHtml(message.replyTo.join(', '))}` : ''}<br>${time(message.receivedAt)}</p>
<nav aria-label="View">${tab('html', 'HTML')}${tab('phone', 'Phone width')}${tab('text', 'Plain text')}${tab('headers', 'Headers')}</nav></header>
<main>${attachmentList(message)}${content(message, view)}</main>`;
  return page(message.subject, body);
}

export function missingPage(): string {
  return page(
    'Not here',
    '<header><h1>Not here</h1></header><main><p>This message is gone. <a href="/">All messages</a></p></main>',
  );
}
