/** The package's own types name folders, which Node does not import. */
declare module 'hyphen/*/index.js' {
  const language: {
    hyphenateSync: (text: string, options?: { hyphenChar?: string; minWordLength?: number }) => string;
  };
  // biome-ignore lint/style/noDefaultExport: it is what the package gives
  export default language;
}
