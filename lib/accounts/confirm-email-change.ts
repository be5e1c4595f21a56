import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { emailChanges, users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { forgetFamiliar } from '../auth/rate-limits.ts';
import { adoptBookings } from '../booking/adopt-bookings.ts';
import { database, isTaken, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueLetter } from '../notifications/enqueue-letter.ts';
import { spendRequestsOf } from './account-request.ts';
import { type EmailEnd, findEmailChange } from './email-change.ts';

/**
 * A flow: one of the two mailboxes says yes. When both have, the account has its new address; keys that went to the old
 * one open nothing any more, what was booked with the new one as a guest is put into the account, and both are told.
 *
 * @returns whether the change is done, or waits for the other mailbox
 * @throws DomainError `link_used` when it was confirmed by this mailbox before, has ended or is too old, also when the new
 * address has got an account of its own meanwhile; `account_suspended`
 */
export async function confirmEmailChange(key: string): Promise<{ done: boolean; waitsFor: EmailEnd | null }> {
  const found = await findEmailChange(database(), key);
  if (!found) throw new DomainError('link_used');
  const { end, userId } = found;
  try {
    return await database().transaction(async (tx) => {
      // The person first, as everywhere: else two keys at once could wait for each other.
      const [user] = await tx
        .select({ suspendedAt: users.suspendedAt, locale: users.locale })
        .from(users)
        .where(eq(users.id, userId))
        .for('update');
      if (!user) throw new DomainError('link_used');
      if (user.suspendedAt) throw new DomainError('account_suspended');
      const side = end === 'old' ? emailChanges.oldConfirmedAt : emailChanges.newConfirmedAt;
      const [change] = await tx
        .update(emailChanges)
        .set(end === 'old' ? { oldConfirmedAt: sql`app_now()` } : { newConfirmedAt: sql`app_now()` })
        .where(
          and(
            eq(emailChanges.id, found.id),
            isNull(side),
            isNull(emailChanges.endedAt),
            gt(emailChanges.expiresAt, sql`app_now()`),
          ),
        )
        .returning();
      if (!change) throw new DomainError('link_used');
      if (change.oldConfirmedAt === null) return { done: false, waitsFor: 'old' };
      if (change.newConfirmedAt === null) return { done: false, waitsFor: 'new' };
      await move(tx, change, user.locale);
      return { done: true, waitsFor: null };
    });
  } catch (error) {
    // Somebody has made an account with the new address since.
    if (isTaken(error)) throw new DomainError('link_used');
    throw error;
  }
}

async function move(
  tx: Transaction,
  { id, userId, oldEmail, newEmail }: typeof emailChanges.$inferSelect,
  locale: string,
): Promise<void> {
  await tx
    .update(users)
    .set({ email: newEmail, emailVerifiedAt: sql`app_now()` })
    .where(eq(users.id, userId));
  await tx.update(emailChanges).set({ endedAt: sql`app_now()` }).where(eq(emailChanges.id, id));
  // A link to log in or to choose a password that waits in the old mailbox is no way in any more.
  await spendRequestsOf(tx, userId);
  await recordAudit(tx, {
    actor: { kind: 'guest' },
    organizerId: null,
    action: 'user.email_changed',
    object: { type: 'user', id: userId },
    personal: { personId: userId, changes: { email: [oldEmail, newEmail] } },
  });
  // Whoever makes an account with the old address next was not signed in to it from there.
  await forgetFamiliar(tx, oldEmail);
  await adoptBookings(tx, userId, newEmail);
  for (const recipient of [oldEmail, newEmail]) {
    await enqueueLetter(tx, { kind: 'email_changed', subjectId: id, recipient, locale });
  }
}
