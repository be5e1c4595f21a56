/**
 * The same page in another language. Takes a path with or without the language in front, because the server sees the
 * address after the proxy has put it there and the browser the one before.
 */
export function languagePath(
  path: string,
  locale: string,
  locales: readonly string[],
  defaultLocale: string,
): string {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  const bare = locales.includes(first) ? rest : [first, ...rest].filter(Boolean);
  const parts = locale === defaultLocale ? bare : [locale, ...bare];
  return `/${parts.join('/')}`;
}
