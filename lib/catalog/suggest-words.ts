import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { editDistance } from './edit-distance.ts';

/** How alike a text must be to be looked at: a third of the word's groups of three letters. */
const ALIKE = 0.3;
/** Texts looked at for each word. */
const TEXTS = 60;

/** A letter wrong in a short word, two in a longer one. */
const mostWrong = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

const foldedWords = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * What somebody may have meant whose search found nothing: each of their words that stands nowhere, replaced by the most
 * alike that does. Titles, venues, cities and organizers of what is on are looked at, by the trigram indexes.
 *
 * @returns null when nothing is alike, or nothing would change
 */
export async function suggestWords(db: Database, query: string): Promise<string | null> {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 4);
  if (words.length === 0) return null;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`);
    const meant: string[] = [];
    for (const word of words) {
      const { rows } = await tx.execute<{ wanted: string; text: string; shown: string }>(sql`
        with wanted as (select search_text(${word}) as word)
        (select w.word as wanted, search_text(e.title) as text, e.title as shown from events e, wanted w
          where search_text(e.title || ' ' || e.summary) %> w.word and e.status <> 'draft' and e.ends_at > app_now()
          order by word_similarity(w.word, search_text(e.title)) desc limit ${TEXTS})
        union all
        (select w.word, search_text(v.name || ' ' || v.city), v.name || ' ' || v.city from venues v, wanted w
          where search_text(v.name || ' ' || v.city) %> w.word
          order by word_similarity(w.word, search_text(v.name || ' ' || v.city)) desc limit ${TEXTS})
        union all
        (select w.word, search_text(o.name), o.name from organizers o, wanted w
          where search_text(o.name) %> w.word order by word_similarity(w.word, search_text(o.name)) desc limit ${TEXTS})`);
      const wanted = rows[0]?.wanted ?? word;
      const known = rows.flatMap(({ text, shown }) => {
        const plain = foldedWords(text);
        const written = foldedWords(shown);
        // Folding may take a letter for two, never a word for two.
        return plain.map((one, index) => ({ plain: one, shown: written[index] ?? one }));
      });
      const [best] = known
        .map((one) => ({ ...one, wrong: editDistance(wanted, one.plain) }))
        .sort((a, b) => a.wrong - b.wrong);
      meant.push(best && best.wrong <= mostWrong(wanted) ? best.shown : word);
    }
    const suggestion = meant.join(' ');
    return suggestion.toLowerCase() === words.join(' ').toLowerCase() ? null : suggestion;
  });
}
