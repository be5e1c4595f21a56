/** Domains that people have most, and mistype most. */
const COMMON = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  'hotmail.co.uk',
  'yahoo.co.uk',
  'yahoo.co.jp',
  'sapo.pt',
  'orange.fr',
  'free.fr',
  'libero.it',
];

/** How many letters must change to get from one word to the other, two swapped neighbours counting as one. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(i - 1, j - 1) + same,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

/** The address that was probably meant, when the domain looks like a slip of a common one; null otherwise. */
export function suggestEmail(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (at < 1 || domain.length < 4 || COMMON.includes(domain)) return null;
  const near = COMMON.map((common) => ({ common, far: distance(domain, common) }))
    .filter(({ far, common }) => far <= (common.length > 7 ? 2 : 1))
    .toSorted((a, b) => a.far - b.far)[0];
  return near ? `${address.slice(0, at)}@${near.common}` : null;
}
