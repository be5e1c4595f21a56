/**
 * Which version of a text somebody agreed to, by the date it was put up. Raise one together with its text in
 * `messages/<language>/legal.json`: consent is stored with it.
 */
export const legalVersions = { terms: '2026-11-01', marketing: '2026-11-01' } as const;
