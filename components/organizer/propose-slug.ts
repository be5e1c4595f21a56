/**
 * What the address made from a name will most likely be, shown while it is typed. The server decides: it knows every
 * script and who else has taken it, so this stays empty where a name has other letters than Latin ones.
 */
export function proposeSlug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll('ß', 'ss')
    .toLowerCase();
  if (/[^\p{ASCII}\p{P}\p{S}\s]/u.test(plain)) return '';
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
}
