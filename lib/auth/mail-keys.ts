import { and, eq } from 'drizzle-orm';
import { mailKeys } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { hashSecret, newSecret } from '../reference.ts';

/** What a key that was mailed is good for. */
export type MailKeyPurpose = (typeof mailKeys.$inferInsert)['purpose'];

/**
 * Makes a key of 256 random bits for a link in a mail, and stores its hash alone. A mail that has to be written again
 * gets another one; all of them lead to the same subject, whose own row says whether it can still be used.
 */
export async function mintMailKey(
  db: Queryable,
  purpose: MailKeyPurpose,
  subjectId: string,
): Promise<string> {
  const { secret, hash } = newSecret();
  await db.insert(mailKeys).values({ hash, purpose, subjectId });
  return secret;
}

/** What a key leads to: the id of its subject. Null for anything that was never mailed, or for another purpose. */
export async function openMailKey(
  db: Queryable,
  purpose: MailKeyPurpose,
  key: string,
): Promise<string | null> {
  const [row] = await db
    .select({ subjectId: mailKeys.subjectId })
    .from(mailKeys)
    .where(and(eq(mailKeys.hash, hashSecret(key)), eq(mailKeys.purpose, purpose)));
  return row?.subjectId ?? null;
}
