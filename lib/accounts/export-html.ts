import { createTranslator } from 'next-intl';
import { type Messages, messages } from '../i18n/messages.ts';
import type { Locale } from '../i18n/routing.ts';
import { formatMoney } from '../money.ts';
import { formatTime, zoneName } from '../time.ts';
import type { ExportRow, ExportSection } from './export-sections.ts';

type Reader = { at: Date; locale: Locale; timezone: string; email: string };
type Words = ReturnType<typeof createTranslator<Messages, 'privacy.export'>>;
type Context = Reader & { t: Words };

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Stands by itself: no script, nothing that is fetched, and good on paper. */
const STYLE = `
:root{color-scheme:light dark;--paper:#faf7f2;--ink:#1a1613;--soft:#5a524b;--line:#d9d2c8}
@media (prefers-color-scheme:dark){:root{--paper:#14110f;--ink:#f5f1ea;--soft:#b5aca2;--line:#3a342f}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}
h2{margin:2.5rem 0 .25rem;padding-top:.75rem;border-top:2px solid var(--ink);font-size:1.35rem}
h3{margin:.75rem 0 .25rem;font-size:1rem}
p{margin:0 0 1rem;color:var(--soft)}
nav ul{columns:2;padding-inline-start:1.2rem}
a{color:inherit}
article{padding:.9rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
article article{padding:.4rem 0 .4rem 1rem;border:0;border-inline-start:2px solid var(--line);margin-block-end:.5rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
img{max-width:12rem}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}nav ul{columns:1}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb}body{max-width:none;padding:0;font-size:10pt}nav{display:none}}
`;

/** Everything that is kept about somebody, to read and to print, in their language. */
export async function* exportHtml(
  sections: AsyncIterable<ExportSection>,
  reader: Reader,
): AsyncGenerator<string> {
  const { locale, at, timezone, email } = reader;
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'privacy.export' });
  const context: Context = { ...reader, t };
  const title = escapeHtml(t('title'));
  yield `<!doctype html>\n<html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><title>${title}</title>`;
  yield `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><style>${STYLE}</style></head><body>`;
  const when = `${formatTime(at, timezone, locale, 'stamp')} (${zoneName(at, timezone, locale)})`;
  yield `<h1>${title}</h1><p>${escapeHtml(t('lead', { email, when }))}</p>`;
  for await (const { name, rows } of sections) {
    yield `<section><h2>${escapeHtml(wordIn(name, words(context).section))}</h2>`;
    if (rows.length === 0) yield `<p>${escapeHtml(t('nothing'))}</p>`;
    for (const row of rows) yield record(row, context);
    yield '</section>\n';
  }
  yield `<p>${escapeHtml(t('end'))}</p></body></html>\n`;
}

// messages: privacy.export.section.*, privacy.export.field.*, privacy.export.kind.*, privacy.export.state.*
/**
 * The word that a group of messages has for a name. One that is newer than the words for it stays as it is, and so do
 * the kinds of Stripe's events.
 */
function wordIn(name: string, ...groups: Record<string, string>[]): string {
  for (const group of groups) if (Object.hasOwn(group, name)) return group[name] ?? name;
  return name;
}

const words = ({ locale }: Reader) => messages[locale].privacy.export;

/** What was done, in the words of the log. */
function deed({ locale }: Reader, action: string): string {
  const [object = '', verb = ''] = action.split('.');
  const groups: Record<string, Record<string, string>> = messages[locale].audit.action;
  return groups[object]?.[verb] ?? action;
}

function record(row: ExportRow, context: Context): string {
  const fields = Object.entries(row).filter(([, value]) => !isEmpty(value));
  const plain = fields.filter(([, value]) => !isRecords(value));
  const nested = fields.filter(([, value]) => isRecords(value));
  const pairs = plain
    .filter(([name]) => name !== 'currency' || !plain.some(([field]) => MONEY.has(field)))
    .map(
      ([name, value]) =>
        `<dt>${escapeHtml(wordIn(name, words(context).field))}</dt><dd>${shown(name, value, row, context)}</dd>`,
    );
  const inner = nested.map(
    ([name, value]) =>
      `<h3>${escapeHtml(wordIn(name, words(context).field))}</h3>${isRecords(value) ? value.map((one) => record(one, context)).join('') : ''}`,
  );
  return `<article><dl>${pairs.join('')}</dl>${inner.join('')}</article>`;
}

const MONEY = new Set([
  'subtotal',
  'discount',
  'fee',
  'tax',
  'total',
  'price',
  'amount',
  'captured',
  'refunded',
]);

const isRecord = (value: unknown): value is ExportRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRecords = (value: unknown): value is ExportRow[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

const isChanges = (value: unknown): value is Record<string, unknown[]> =>
  isRecord(value) && Object.values(value).every((pair) => Array.isArray(pair) && pair.length === 2);

function shown(name: string, value: unknown, row: ExportRow, context: Context): string {
  if (name === 'picture' && typeof value === 'string') return `<img alt="" src="${escapeHtml(value)}">`;
  if (isChanges(value)) return changesIn(value, row, context);
  const text = said(name, value, row, context);
  return text === null ? `<pre>${escapeHtml(JSON.stringify(value, null, 1))}</pre>` : escapeHtml(text);
}

/** What the log has of a change, a line a field. */
function changesIn(changes: Record<string, unknown[]>, row: ExportRow, context: Context): string {
  const { t, locale } = context;
  const { field: fields, nothing } = messages[locale].audit;
  const one = (field: string, value: unknown) =>
    value === null || value === '' ? nothing : (said(field, value, row, context) ?? JSON.stringify(value));
  return Object.entries(changes)
    .map(([field, [before, after]]) =>
      escapeHtml(
        // messages: privacy.export.change
        t('change', {
          field: wordIn(field, fields, words(context).field),
          before: one(field, before),
          after: one(field, after),
        }),
      ),
    )
    .join('<br>');
}

/** A value in the reader's words; null for what has none. */
function said(name: string, value: unknown, row: ExportRow, context: Context): string | null {
  const { t, locale, timezone } = context;
  // messages: privacy.export.yes, privacy.export.no
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return MONEY.has(name) && typeof row.currency === 'string'
      ? formatMoney(value, row.currency, locale)
      : new Intl.NumberFormat(locale).format(value);
  if (typeof value !== 'string') return null;
  const { audit } = messages[locale];
  if (name === 'at' || name.endsWith('At')) return formatTime(new Date(value), timezone, locale, 'stamp');
  if (name === 'action') return deed(context, value);
  if (name === 'kind') return wordIn(value, words(context).kind);
  if (name === 'object') return wordIn(value, audit.object);
  if (name === 'language' || name === 'locale') return languageName(value, locale);
  if (name === 'timezone') return `${value} (${zoneName(context.at, value, locale)})`;
  return STATES.has(name) ? wordIn(value, audit.value, words(context).state) : value;
}

const languageName = (code: string, locale: Locale) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;

/** Fields that hold a name of ours, which has words. Whatever else is text was typed by somebody. */
const STATES = new Set(['status', 'role', 'reason', 'outcome', 'paymentsMode', 'by', 'who']);
