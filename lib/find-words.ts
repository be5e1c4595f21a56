import { and, type SQL, sql } from 'drizzle-orm';

/** True when every word occurs in a text, without regard to accents and case. */
export function containing(searched: SQL, words: string): SQL | undefined {
  return and(
    ...words
      .slice(0, 100)
      .split(/[\p{Cc}\s]+/u)
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => {
        // Nothing that `like` would take for a wildcard, and that only after full-width signs have become plain ones.
        const literal = sql`regexp_replace(search_text(${word}), '([\\\\%_])', '\\\\\\1', 'g')`;
        return sql`search_text(${searched}) like '%' || ${literal} || '%'`;
      }),
  );
}
