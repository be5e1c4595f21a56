/** The search part of an address as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a list's address may say. An empty word is left out. */
export type ListQuery = { q?: string; status?: string; event?: string; after?: string };

/** Reads a list's address; of a word that is given twice the first counts. */
export async function readListQuery(params: SearchParams): Promise<ListQuery> {
  const given = await params;
  const word = (name: keyof ListQuery): ListQuery => {
    const value = [given[name]].flat()[0]?.trim();
    return value ? { [name]: value } : {};
  };
  return { ...word('q'), ...word('status'), ...word('event'), ...word('after') };
}

/** An address with the words that are not empty. */
export function withQuery(path: string, query: ListQuery | Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}
