import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';

/**
 * A flow: from now on somebody is spoken to in another language, on pages whose address carries none and in mails.
 *
 * @returns whether it was another one before
 * @throws DomainError `not_found`
 */
export async function changeLanguage(actor: UserActor, locale: Locale): Promise<{ changed: boolean }> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  return database().transaction(async (tx) => {
    const [before] = await tx
      .select({ locale: users.locale })
      .from(users)
      .where(eq(users.id, actor.userId))
      .for('no key update');
    if (!before) throw new DomainError('not_found');
    if (before.locale === locale) return { changed: false };
    await tx.update(users).set({ locale }).where(eq(users.id, actor.userId));
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.edited',
      object: { type: 'user', id: actor.userId },
      changes: { locale: [before.locale, locale] },
    });
    return { changed: true };
  });
}
