/** The first of a browser's languages, such as `de-AT`, that we speak. */
export function wantedLanguage<Locale extends string>(
  languages: readonly string[],
  locales: readonly Locale[],
): Locale | undefined {
  for (const language of languages) {
    const [spoken] = language.toLowerCase().split('-');
    const locale = locales.find((one) => one === spoken);
    if (locale !== undefined) return locale;
  }
  return undefined;
}

/** Which language a page of ours was in, by its path. */
export const languageOf = (path: string, locales: readonly string[], defaultLocale: string): string =>
  locales.find((locale) => locale === path.split('/')[1]) ?? defaultLocale;
