import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { send } from './http.ts';

const FOLDER = fileURLToPath(new URL('./browser/', import.meta.url));

function script(entry: string): string {
  const built = buildSync({
    entryPoints: [`${FOLDER}${entry}`],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

const text = (name: string) => readFileSync(`${FOLDER}${name}`, 'utf8');

interface BrowserFile {
  type: string;
  read: () => string;
  headers?: Record<string, string>;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const stripeScript: BrowserFile = {
  type: SCRIPT,
  read: () => script('stripe.ts'),
  headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
};

const FILES: ReadonlyMap<string, BrowserFile> = new Map([
  ['/v3/stripe.js', stripeScript],
  ['/stripe.js', stripeScript],
  [
    '/sandbox/payment-frame.html',
    {
      type: 'text/html; charset=utf-8',
      read: () => text('payment-frame.html'),
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
        'cross-origin-resource-policy': 'cross-origin',
      },
    },
  ],
  ['/sandbox/payment-frame.js', { type: SCRIPT, read: () => script('payment-frame.ts') }],
  ['/sandbox/payment-frame.css', { type: STYLE, read: () => text('payment-frame.css') }],
  ['/sandbox/challenge.css', { type: STYLE, read: () => text('challenge.css') }],
]);

const made = new Map<BrowserFile, string>();

export const isBrowserFile = (path: string): boolean => FILES.has(path);

/** Answers what a browser loads from here. */
export function sendBrowserFile(response: ServerResponse, path: string): void {
  const file = FILES.get(path);
  if (!file) throw new Error(`There is no file at ${path}.`);
  const content = made.get(file) ?? file.read();
  made.set(file, content);
  send(response, 200, content, { 'content-type': file.type, 'cache-control': 'no-cache', ...file.headers });
}
