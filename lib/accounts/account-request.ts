import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { accountRequests, users } from '#db/schema/index.ts';
import { openMailKey } from '../auth/mail-keys.ts';
import { countLetter, countLetterRequest } from '../auth/rate-limits.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import type { LetterKind } from '../notifications/letters/letters.ts';

export type RequestKind = 'register' | 'sign_in' | 'reset_password' | 'erase_account';

export type AccountRequest = typeof accountRequests.$inferSelect;

/** Where a request comes from: a network address, the language of the page, and where to go afterwards. */
export type RequestFrom = { address: string; locale: string; nextPath: string | null };

/** For how long the key in the mail works, in minutes. */
const LASTS: Record<RequestKind, number> = {
  register: 24 * 60,
  sign_in: 20,
  reset_password: 60,
  erase_account: 60,
};

/** Which letter goes to an address that has an account, and which to one that has none. */
const LETTERS: Record<RequestKind, { known: LetterKind; unknown: LetterKind }> = {
  register: { known: 'account_known', unknown: 'registration' },
  sign_in: { known: 'sign_in_link', unknown: 'account_unknown' },
  reset_password: { known: 'password_reset', unknown: 'account_unknown' },
  erase_account: { known: 'erase_account', unknown: 'account_unknown' },
};

/**
 * A flow: stores what somebody asked for by mail, and asks for the letter. Whether the address has an account is told
 * in that letter alone: the answer, and what is done for it, are the same. An address that got many letters of one
 * kind within the hour gets no more of them; the last ones still work, so nobody is locked out by somebody else's clicks.
 *
 * @throws DomainError `too_many_tries` for a network that asks too often
 */
export async function requestByMail(
  kind: RequestKind,
  email: string,
  from: RequestFrom,
  registration?: { name: string; passwordHash: string; marketingConsent: boolean },
): Promise<{ requestId: string }> {
  await countLetterRequest(from.address);
  const wanted = await countLetter(kind, email);
  return database().transaction(async (tx) => {
    const [known] = await tx
      .select({ id: users.id, suspended: sql<boolean>`${users.suspendedAt} is not null` })
      .from(users)
      .where(eq(users.email, email))
      // An account that is just moving to another address would else get a key into the mailbox that it leaves.
      .for('key share');
    const [request] = await tx
      .insert(accountRequests)
      .values({
        kind,
        email,
        userId: known?.id ?? null,
        locale: from.locale,
        nextPath: from.nextPath,
        ...registration,
        expiresAt: sql`app_now() + make_interval(mins => ${LASTS[kind]})`,
      })
      .returning({ id: accountRequests.id });
    if (!request) throw new Error('no request was stored');
    const { id: requestId } = request;
    if (!wanted || known?.suspended) return { requestId };
    const letter = known ? LETTERS[kind].known : LETTERS[kind].unknown;
    await enqueueLetter(tx, { kind: letter, subjectId: requestId, recipient: email, locale: from.locale });
    return { requestId };
  });
}

/** What the page of a key shows of the request behind it, and whether it can still be used. Spends nothing. */
export async function findRequest(
  kind: RequestKind,
  key: string,
): Promise<{ email: string; usable: boolean } | null> {
  const id = await openMailKey(database(), 'account_request', key);
  if (id === null) return null;
  const [request] = await database()
    .select({
      email: accountRequests.email,
      usable: sql<boolean>`${accountRequests.usedAt} is null and ${accountRequests.expiresAt} > app_now()`,
    })
    .from(accountRequests)
    .where(and(eq(accountRequests.id, id), eq(accountRequests.kind, kind)));
  return request ?? null;
}

/**
 * A step: locks the person who asked for something, before the request itself: whoever ends all requests of somebody
 * locks the person first, so two at once would else wait for each other.
 */
export async function lockAsker(tx: Transaction, key: string): Promise<void> {
  const id = await openMailKey(tx, 'account_request', key);
  await tx.execute(sql`
    select from users where id = (select user_id from account_requests where id = ${id}) for no key update`);
}

/** A step: whatever somebody has asked for by mail is over; its keys open nothing any more. */
export async function spendRequestsOf(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(accountRequests)
    .set({ usedAt: sql`app_now()` })
    .where(and(eq(accountRequests.userId, userId), isNull(accountRequests.usedAt)));
}

/**
 * A step: uses a request up. Of many who bring its key at once, one gets it.
 *
 * @throws DomainError `link_used` when it was used before, is too old, or never was
 */
export async function spendRequest(tx: Transaction, kind: RequestKind, key: string): Promise<AccountRequest> {
  const id = await openMailKey(tx, 'account_request', key);
  if (id === null) throw new DomainError('link_used');
  const [request] = await tx
    .update(accountRequests)
    .set({ usedAt: sql`app_now()` })
    .where(
      and(
        eq(accountRequests.id, id),
        eq(accountRequests.kind, kind),
        isNull(accountRequests.usedAt),
        gt(accountRequests.expiresAt, sql`app_now()`),
      ),
    )
    .returning();
  if (!request) throw new DomainError('link_used');
  return request;
}
